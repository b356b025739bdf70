// What ical.js, the reader of calendars in Thunderbird and Nextcloud, finds in a calendar file.
// Reads one JSON object a line, {ics, start, end} (moments in ISO 8601), and answers one line each: a list of
// [start, minutes, status], the dates of the calendar that overlap [start, end).

import { createInterface } from "node:readline";
import ICAL from "ical.js";

function dates(ics, start, end) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(ics));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component, { exceptions: [] }));
  const series = new Map(events.filter((event) => !event.recurrenceId).map((event) => [event.uid, event]));
  for (const event of events.filter((event) => event.recurrenceId)) series.get(event.uid).relateException(event);
  return [...series.values()].flatMap((event) => datesOf(event, start, end));
}

function datesOf(event, start, end) {
  if (!event.isRecurring()) return overlapping([told(event, event.startDate, event.endDate)], start, end);
  const found = [];
  // A date moved back into the window is planned for after its end.
  const last = new Date(end.getTime() + 60 * 24 * 3600_000);
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.toJSDate() < last; next = iterator.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push(told(item, startDate, endDate));
  }
  return overlapping(found, start, end);
}

function told(item, start, end) {
  const [from, to] = [start.toJSDate(), end.toJSDate()];
  return [from.toISOString(), (to - from) / 60_000, item.component.getFirstPropertyValue("status")];
}

function overlapping(found, start, end) {
  return found.filter(([from, minutes]) => new Date(from) < end && new Date(from).getTime() + minutes * 60_000 > start.getTime());
}

for await (const line of createInterface({ input: process.stdin })) {
  const { ics, start, end } = JSON.parse(line);
  let answer;
  try {
    answer = { dates: dates(ics, new Date(start), new Date(end)) };
  } catch (error) {
    answer = { error: String(error.stack) };
  }
  console.log(JSON.stringify(answer));
}
