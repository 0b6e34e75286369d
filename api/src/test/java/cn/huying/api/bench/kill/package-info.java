@NullMarked
package cn.huying.api.bench.kill;

import org.jspecify.annotations.NullMarked;
