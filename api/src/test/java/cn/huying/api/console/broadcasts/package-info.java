@NullMarked
package cn.huying.api.console.broadcasts;

import org.jspecify.annotations.NullMarked;
