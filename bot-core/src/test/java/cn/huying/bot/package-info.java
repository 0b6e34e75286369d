@NullMarked
package cn.huying.bot;

import org.jspecify.annotations.NullMarked;
