/** Measures how well and how fast the right article of law is found, with questions somebody else judged. */
@NullMarked
package cn.huying.api.bench.retrieval;

import org.jspecify.annotations.NullMarked;
