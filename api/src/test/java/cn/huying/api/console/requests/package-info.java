@NullMarked
package cn.huying.api.console.requests;

import org.jspecify.annotations.NullMarked;
