package io.github.wis2chain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// A browser window on the console, in which an operator has signed in. Whatever the browser
/// complains of fails the test.
class BrowserTest {

    static final double PATIENCE_MS = 30_000;

    private static final AtomicReference<Workplace> WORKPLACE = new AtomicReference<>();
    private static final AtomicReference<String> SESSION = new AtomicReference<>("");

    @RegisterExtension
    static final BeforeAllCallback SHARED = context -> WORKPLACE.set(Workplace.of(context));

    final List<String> complaints = new ArrayList<>();
    Page page;
    private BrowserContext context;

    static FaultyNode node() {
        return WORKPLACE.get().node();
    }

    @BeforeEach
    void open() {
        context = window(1280, ColorScheme.LIGHT);
        page = watched(context);
        enter();
    }

    @AfterEach
    void noComplaints() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    /// Opens the window anew.
    void open(int width, ColorScheme theme) {
        context.close();
        context = window(width, theme);
        page = watched(context);
        enter();
    }

    /// One more page of the same window.
    Page another() {
        return watched(context);
    }

    /// Runs a script in each page that is opened from now on, before any of the page's own.
    void beforePages(String script) {
        context.addInitScript(script);
    }

    /// Jane signs in once: looking at a password is slow on purpose.
    private void enter() {
        if (SESSION.get().isEmpty()) {
            signIn("jane");
            SESSION.set(context.storageState());
        } else {
            go("/");
        }
    }

    private static BrowserContext window(int width, ColorScheme theme) {
        var options =
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(theme);
        if (!SESSION.get().isEmpty()) {
            options.setStorageState(SESSION.get());
        }
        return WORKPLACE.get().chromium().browser().newContext(options);
    }

    private Page watched(BrowserContext window) {
        Page watched = window.newPage();
        watched.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        watched.onPageError(complaints::add);
        watched.onDialog(dialog -> {
            complaints.add("A script of somebody else ran: " + dialog.message());
            dialog.dismiss();
        });
        return watched;
    }

    void signIn(String name) {
        context.clearCookies();
        go("/");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(Workplace.PASSWORD);
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#sentence")).isVisible();
    }

    /// What the node knows Jane by is lost.
    void loseSession() {
        context.clearCookies();
    }

    void go(String path) {
        page.navigate(node().address() + path);
    }

    static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }
}
