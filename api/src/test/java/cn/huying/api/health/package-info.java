@NullMarked
package cn.huying.api.health;

import org.jspecify.annotations.NullMarked;
