import { createApp } from "vue";
import App from "./App.vue";

const answer = await fetch("/campaign.json");
createApp(App, { campaign: await answer.json() }).mount("#app");
