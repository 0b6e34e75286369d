/** The platform's side under load: what residents say, sealed and sent over many connections, every reply timed and looked at. */
@NullMarked
package cn.huying.api.bench.load;

import org.jspecify.annotations.NullMarked;
