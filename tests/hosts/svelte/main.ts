import { mount } from "svelte";
import App from "./App.svelte";

const answer = await fetch("/campaign.json");
mount(App, { target: document.querySelector("#app")!, props: { campaign: await answer.json() } });
