/** Whether this replica may be sent messages: what it stands on is asked, not assumed. */
@NullMarked
package cn.huying.api.health;

import org.jspecify.annotations.NullMarked;
