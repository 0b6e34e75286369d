@NullMarked
package cn.huying.api.bench.load;

import org.jspecify.annotations.NullMarked;
