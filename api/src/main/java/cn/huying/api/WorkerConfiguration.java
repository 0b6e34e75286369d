package cn.huying.api;

import cn.huying.api.settings.Settings;
import cn.huying.api.worker.Remit;
import cn.huying.api.worker.Sheets;
import cn.huying.api.worker.Worker;
import cn.huying.api.worker.WorkerController;
import cn.huying.api.worker.WorkerGate;
import cn.huying.api.worker.Workers;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.staff.Post;
import cn.huying.bot.staff.StaffDirectory;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The pages of the grid workers and who may open them. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {
    private static final Set<Post> HANDLES_REQUESTS = Set.of(Post.WORKER, Post.COMMUNITY, Post.SUBDISTRICT);
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 500;

    @Bean
    WorkerGate workerGate(StaffDirectory directory) {
        return new WorkerGate(new Workers(directory.all().stream()
                .filter(staff -> HANDLES_REQUESTS.contains(staff.post()))
                .map(staff -> new Worker(staff.id(), staff.secret(), staff.grid(), staff.level()))
                .toList()));
    }

    @Bean(destroyMethod = "dispose")
    Scheduler workerPages() {
        return Schedulers.newBoundedElastic(THREADS, MOST_WAITING, "worker-pages", 60, true);
    }

    @Bean
    WorkerController workerController(
            Requests requests, EditableFiles files, Settings settings, Clock clock, Scheduler workerPages) {
        Remit remit = new Remit(files.tree());
        Sheets sheets = new Sheets(files.lifeCycle(), remit, files.texts(), clock, settings.zone());
        return new WorkerController(requests, remit, sheets, workerPages);
    }
}
