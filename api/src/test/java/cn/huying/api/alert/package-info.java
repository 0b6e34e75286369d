@NullMarked
package cn.huying.api.alert;

import org.jspecify.annotations.NullMarked;
