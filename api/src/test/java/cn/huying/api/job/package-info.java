@NullMarked
package cn.huying.api.job;

import org.jspecify.annotations.NullMarked;
