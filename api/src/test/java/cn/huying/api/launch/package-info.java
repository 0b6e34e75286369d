@NullMarked
package cn.huying.api.launch;

import org.jspecify.annotations.NullMarked;
