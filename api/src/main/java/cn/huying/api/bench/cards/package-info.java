/** Many workers tapping the same cards at once, through several replicas: who got each request, and what the others were told. */
@NullMarked
package cn.huying.api.bench.cards;

import org.jspecify.annotations.NullMarked;
