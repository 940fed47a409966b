/// One stand-in type, so that the embedded broker starts without the RocksDB library.
@NullMarked
package org.rocksdb;

import org.jspecify.annotations.NullMarked;
