// Answers, in one line, what ical.js makes of calendar files. The folder that
// holds the package is the argument.
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const ICAL = createRequire(join(process.argv[2], "/"))("ical.js");

function read(file) {
  const [component] = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent");
  const event = new ICAL.Event(component);
  const alarm = (alarm) => {
    const trigger = alarm.getFirstProperty("trigger");
    const end = trigger.getParameter("related") === "END";
    const at = (end ? event.endDate : event.startDate).clone();
    at.addDuration(trigger.getFirstValue());
    return [at.toString(), alarm.getFirstPropertyValue("description")];
  };
  return {
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    summary: event.summary,
    description: event.description,
    url: component.getFirstPropertyValue("url"),
    alarms: component.getAllSubcomponents("valarm").map(alarm),
  };
}

process.stdout.write(JSON.stringify(JSON.parse(await text(process.stdin)).map(read)));
