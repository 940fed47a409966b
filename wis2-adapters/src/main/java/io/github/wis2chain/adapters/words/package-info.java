/// A list of English words, for the points on spelling of the KPIs of WCMP2.
///
/// The words are those of a dictionary with affix rules as MySpell and Hunspell read them, which comes in a library of
/// its own; what the list of the official tool has more or less, and the words of our field, stand in `words.txt`.
@NullMarked
package io.github.wis2chain.adapters.words;

import org.jspecify.annotations.NullMarked;
