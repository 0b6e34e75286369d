@NullMarked
package cn.huying.api;

import org.jspecify.annotations.NullMarked;
