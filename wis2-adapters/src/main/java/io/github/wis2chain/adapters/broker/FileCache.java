package io.github.wis2chain.adapters.broker;

import jetbrains.exodus.env.EnvironmentConfig;
import jetbrains.exodus.env.Environments;
import jetbrains.exodus.io.inMemory.Memory;
import jetbrains.exodus.io.inMemory.MemoryDataReader;
import jetbrains.exodus.io.inMemory.MemoryDataWriter;
import jetbrains.exodus.log.LogConfig;

/// Bounds what the broker keeps of its files in memory.
///
/// The library asks for a quarter of the heap for each of two generations of pages. So half of the
/// heap of a node that had relayed some 150,000 messages was full of them, and half of its time went
/// to collecting garbage. What is read is the end of queues, which needs little.
///
/// The library has no option for it. But the store below it has one cache for the whole process,
/// which is made as the store that is opened first asks for it.
final class FileCache {

    /// Bytes of a generation. With 2 to 16 MiB a node is equally quick.
    static final long GENERATION = 4 << 20;

    private FileCache() {}

    /// To be called before the first broker of a process starts; afterwards it changes nothing.
    static void bound() {
        var nothing = new Memory();
        Environments.newLogInstance(
                        new LogConfig()
                                .setReader(new MemoryDataReader(nothing))
                                .setWriter(new MemoryDataWriter(nothing)),
                        new EnvironmentConfig().setMemoryUsage(GENERATION))
                .close();
    }
}
