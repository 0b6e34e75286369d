package cn.huying.bot.alert;

class InMemoryAlertStoreTest implements AlertStoreContract {
    private final AlertStore alerts = new InMemoryAlertStore();

    @Override
    public AlertStore alerts() {
        return alerts;
    }
}
