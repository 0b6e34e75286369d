@NullMarked
package cn.huying.api.bench;

import org.jspecify.annotations.NullMarked;
