@NullMarked
package cn.huying.api.bench.publish;

import org.jspecify.annotations.NullMarked;
