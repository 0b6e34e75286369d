@NullMarked
package cn.huying.api.spool;

import org.jspecify.annotations.NullMarked;
