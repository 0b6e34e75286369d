@NullMarked
package cn.huying.knowledge;

import org.jspecify.annotations.NullMarked;
