/**
 * The page a grid worker comes to from the link in the group: one request, and the next step as a button. Works without scripts, on the
 * smallest phone; {@link cn.huying.api.worker.WorkerGate} lets nobody in who has not signed in, {@link cn.huying.api.worker.Remit} shows
 * nobody more than his or her own grid.
 */
@NullMarked
package cn.huying.api.worker;

import org.jspecify.annotations.NullMarked;
