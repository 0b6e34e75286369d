/**
 * The pages of the community's staff on a desk or a phone. One way for all of them: a small controller asks the domain, one view record holds
 * what a page shows and nothing else, {@link cn.huying.api.console.Pages} puts the frame round it. {@link cn.huying.api.console.signin.ConsoleGate}
 * lets in who has signed in and whose post has the right; what a person may see of a request is decided in
 * {@link cn.huying.api.console.Scope}. Every deed leaves a line in {@link cn.huying.api.console.Audit}.
 */
@NullMarked
package cn.huying.api.console;

import org.jspecify.annotations.NullMarked;
