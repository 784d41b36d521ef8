-- knowledge.versionsOf
select *
	from "knowledge"
	where "hall" = ?
	and "entry" = ?
	order by "version" desc;

-- knowledge.liveOf
select *
	from "knowledge"
	where "hall" = ?
	and "entry" in (?, ?)
	and state in ('published', 'expired');

-- knowledge.liveAfter
select *
	from "knowledge"
	where "hall" = ?
	and "entry" > ?
	and state in ('published', 'expired')
	order by "entry"
	limit ?;

-- knowledge.openVersions
select *
	from "knowledge"
	where "hall" = ?
	and state in ('draft', 'review')
	order by "changed_at"
	limit ?;

-- knowledge.endingBefore
select *
	from "knowledge"
	where "hall" = ?
	and "state" = 'published'
	and "valid_until" < ?
	order by "valid_until"
	limit ?;

-- knowledge.countAsked
insert into "knowledge_asked" ("hall", "day", "words", "found", "times")
	values (?, ?, ?, ?, ?)
	on conflict ("hall", "day", "words") do update
	set "found" = ?, "times" = knowledge_asked.times + 1;

-- leases.reserve
insert into "queue_day" ("hall", "queue", "day", "last_number", "waiting")
	values (?, ?, ?, ?, ?)
	on conflict ("hall", "queue", "day") do update
	set "last_number" = "queue_day"."last_number" + ?
	where "queue_day"."last_number" < ?
	returning "last_number";

-- leases.getLease
select *
	from "lease"
	where "hall" = ?
	and "id" = ?;

-- leases.liveLeases
select *
	from "lease"
	where "hall" = ?
	and "device" = ?
	and "ended_at" is null
	order by "id";

-- leases.leasesOpenUpTo
select *
	from "lease"
	where "hall" = ?
	and "day" <= ?
	and "ended_at" is null
	order by "id";

-- leases.numbersOfLease
select *
	from "lease_number"
	where "hall" = ?
	and "lease" = ?
	order by "queue", "n";

-- leases.leasedWithoutTicket
select "queue", "n", "number", "state", "reason"
	from "lease_number"
	where "hall" = ?
	and "day" = ?
	and "state" <> 'used'
	order by "queue", "n";

-- leases.kioskSeen
insert into "kiosk_seen" ("hall", "device", "seen_at")
	values (?, ?, ?)
	on conflict ("hall", "device") do update
	set "seen_at" = ?;

-- leases.kiosksSeen
select *
	from "kiosk_seen"
	where "hall" = ?
	order by "device";

-- devices.deviceStates
select *
	from "device_state"
	where "hall" = ?
	order by "kind", "device";

-- devices.getDeviceState
select *
	from "device_state"
	where "hall" = ?
	and "kind" = ?
	and "device" = ?;

-- devices.newestEvents
select *
	from "device_event"
	where "hall" = ?
	and "kind" = ?
	and "device" = ?
	order by "at" desc
	limit ?;

-- devices.eventsSince
select *
	from "device_event"
	where "hall" = ?
	and "kind" = ?
	and "device" = ?
	and "at" >= ?
	order by "at";

-- devices.eventsBefore
select *
	from "device_event"
	where "hall" = ?
	and "kind" = ?
	and "device" = ?
	and "at" < ?
	order by "at" desc
	limit ?;

-- devices.forgetEvents
delete
	from "device_event"
	where "hall" = ?
	and "at" < ?
	and exists (select "next"."at"
	from "device_event" as "next"
	where "next"."hall" = "device_event"."hall"
	and "next"."kind" = "device_event"."kind"
	and "next"."device" = "device_event"."device"
	and "next"."at" > "device_event"."at"
	and "next"."at" < ?
	and "next"."act" = ?);

-- devices.printerCounts
select *
	from "printer_count"
	where "hall" = ?
	order by "printer";

-- broadcasts.liveBroadcast
select *
	from "broadcast"
	where "hall" = ?
	and "ended_at" is null;

-- broadcasts.lastAlertEnd
select "ended_at"
	from "broadcast"
	where "hall" = ?
	and "calm" = ?
	and "ended_at" is not null
	order by "id" desc
	limit ?;

-- broadcasts.recentBroadcasts
select *
	from "broadcast"
	where "hall" = ?
	order by "id" desc
	limit ?;

-- incidents.recentIncidents
select "incident".*, "case"."day", "case"."state", "case"."stage", "case"."outcome", "case"."owner", "case"."opened_at", "case"."due_at", "case"."escalated", "case"."late", "case"."window"
	from "incident"
	inner join "case" on "case"."hall" = "incident"."hall"
	and "case"."id" = "incident"."id"
	where "incident"."hall" = ?
	and "case"."state" = 'open'
	order by "incident"."id" desc
	limit ?;
select "incident".*, "case"."day", "case"."state", "case"."stage", "case"."outcome", "case"."owner", "case"."opened_at", "case"."due_at", "case"."escalated", "case"."late", "case"."window"
	from "incident"
	inner join "case" on "case"."hall" = "incident"."hall"
	and "case"."id" = "incident"."id"
	where "incident"."hall" = ?
	and "case"."state" = 'closed'
	order by "incident"."id" desc
	limit ?;

-- incidents.firstActs
select "case_line"."case", "case_line"."act", min("ledger"."at") as "at"
	from "case_line"
	inner join "ledger" on "ledger"."hall" = "case_line"."hall"
	and "ledger"."seq" = "case_line"."line"
	where "case_line"."hall" = ?
	and "case_line"."case" in (?, ?)
	group by "case_line"."case", "case_line"."act";

-- loans.loansOut
select *
	from "loan"
	where "hall" = ?
	and "state" = 'out'
	order by "due_at", "id";

-- loans.stockChanges
select "good", "desk", cast(sum("change") as integer) as "change"
	from "stock_change"
	where "hall" = ?
	group by "good", "desk";

-- free-services.freeServices
select *
	from "free_service"
	where "hall" = ?;

-- free-services.serviceSpans
select *
	from "service_span"
	where "hall" = ?
	and "from_at" < ?
	and ("to_at" is null or "to_at" > ?)
	order by "id";

-- knowledge.publicEntries
select *
	from "knowledge"
	where "hall" = ?
	and "state" = 'published'
	and "public" = 1
	order by "changed_at" desc, "entry" desc
	limit ?;

-- knowledge.missedBetween
select "words", sum(times) as "times"
	from "knowledge_asked"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	group by "words" having max(found) = ?
	and sum(times) >= ?
	order by sum(times) desc, "words"
	limit ?;

-- help.getHelp
select *
	from "help"
	where "hall" = ?
	and "case" = ?;

-- help.helpByToken
select *
	from "help"
	where "hall" = ?
	and "token" = ?;

-- help.liveHelp
select *
	from "help"
	where "hall" = ?
	and "ended_at" is null
	order by "called_at";

-- help.helpBetween
select *
	from "help"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	order by "called_at";

-- care.careOf
select *
	from "care"
	where "hall" = ?
	and "ticket" = ?;

-- care.escorted
select *
	from "care"
	where "hall" = ?
	and "escort" is not null
	and "reached_at" is null
	and "escort_at" >= ?
	order by "escort_at";

-- questions.openOfKinds
select *
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "kind" in (?, ?)
	order by due_at is null, "due_at", "id"
	limit ?;

-- questions.closedOfKinds
select *
	from "case"
	where "hall" = ?
	and "kind" in (?, ?)
	and "day" >= ?
	and "state" = 'closed'
	order by "day" desc, "id" desc
	limit ?;

-- questions.questionsOf
select *
	from "question"
	where "hall" = ?
	and "case" in (?, ?);

-- questions.questionsOfEntry
select *
	from "question"
	where "hall" = ?
	and "entry" = ?
	and "entry" is not null
	order by "case";

-- questions.attemptsOf
select "case", count(*) as "n"
	from "case_line"
	where "hall" = ?
	and "case" in (?, ?)
	and "act" = ?
	group by "case";

-- questions.referralsOfCase
select *
	from "referral"
	where "hall" = ?
	and "case" = ?
	and "case" is not null
	order by "id";

-- questions.referredBetween
select "place", count(*) as "times"
	from "referral"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	group by "place"
	order by count(*) desc, "place"
	limit ?;

-- hotline-orders.orderByNumber
select *
	from "hotline_order"
	where "hall" = ?
	and "number" = ?
	order by "received_at" desc
	limit ?;

-- hotline-orders.ordersOf
select *
	from "hotline_order"
	where "hall" = ?
	and "case" in (?, ?);

-- hotline-orders.closedOrders
select *
	from "case"
	where "hall" = ?
	and "kind" = ?
	and "state" = 'closed'
	order by "day" desc, "id" desc
	limit ?;

-- hotline-orders.actsIn
select "case_line"."case", "case_line"."act", "case_line"."text", "ledger"."at", "ledger"."body"
	from "case_line"
	inner join "ledger" on "ledger"."hall" = "case_line"."hall"
	and "ledger"."seq" = "case_line"."line"
	where "case_line"."hall" = ?
	and "case_line"."case" in (?, ?)
	and "case_line"."act" in (?)
	order by "case_line"."line";

-- tasks.tasksOf
select *
	from "task"
	where "hall" = ?
	and "case" in (?, ?);

-- tasks.tasksGivenBy
select "case".*
	from "task"
	inner join "case" on "case"."hall" = "task"."hall"
	and "case"."id" = "task"."case"
	where "task"."hall" = ?
	and "task"."given_by" = ?
	order by "case".closed_at is not null, "case"."id" desc
	limit ?;

-- staff-notes.notesAt
select *
	from "staff_note"
	where "hall" = ?
	and "state" = 'live'
	and "until_at" > ?
	order by "note" desc;

-- staff-notes.readsOf
select *
	from "staff_note_read"
	where "hall" = ?
	and "note" in (?, ?)
	order by "at", "staff";

-- staff-notes.newestNotes
select *
	from "staff_note"
	where "hall" = ?
	and "state" <> 'replaced'
	order by "note" desc
	limit ?;

-- inspections.inspectionOn
select *
	from "inspection"
	where "hall" = ?
	and "day" = ?
	and "plan" = ?;

-- inspections.areasBetween
select *
	from "inspection_area"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	order by "day", "area";

-- inspections.foundTasks
select "inspection_area"."area", "inspection_area"."day", "case"."state", "case"."late", "case"."outcome"
	from "inspection_area"
	inner join "inspection_mark" on "inspection_mark"."hall" = "inspection_area"."hall"
	and "inspection_mark"."inspection" = "inspection_area"."inspection"
	and "inspection_mark"."area" = "inspection_area"."area"
	inner join "case" on "case"."hall" = "inspection_mark"."hall"
	and "case"."id" = "inspection_mark"."task"
	where "inspection_area"."hall" = ?
	and "inspection_area"."day" >= ?
	and "inspection_area"."day" <= ?
	order by "inspection_area"."day";

-- inspections.photosBefore
select *
	from "inspection_photo"
	where "hall" = ?
	and "deleted_at" is null
	and "at" < ?
	order by "at"
	limit ?;

-- appointments.getAppointment
select *
	from "appointment"
	where "hall" = ?
	and "id" = ?;

-- appointments.appointmentByIntent
select *
	from "appointment"
	where "hall" = ?
	and "intent" = ?;

-- appointments.appointmentByCode
select *
	from "appointment"
	where "hall" = ?
	and "day" = ?
	and "code" = ?;

-- appointments.appointmentsOfPerson
select *
	from "appointment"
	where "hall" = ?
	and "day" = ?
	and "person_hash" = ?
	and "person_hash" is not null
	and "state" in ('booked', 'arrived')
	order by "slot_at";

-- appointments.missedOfPerson
select *
	from "appointment"
	where "hall" = ?
	and "day" = ?
	and "person_hash" = ?
	and "state" = ?;

-- appointments.ticketsOfPerson
select *
	from "ticket"
	where "hall" = ?
	and "day" = ?
	and "person_hash" = ?
	and "person_hash" is not null
	order by "id";

-- appointments.takenAt
select count(*) as "n"
	from "appointment"
	where "hall" = ?
	and "item" = ?
	and "day" = ?
	and "slot_at" = ?
	and "state" <> 'cancelled';

-- appointments.takenFrom
select "slot_at", count(*) as "n"
	from "appointment"
	where "hall" = ?
	and "item" = ?
	and "day" >= ?
	and "day" <= ?
	and "state" <> 'cancelled'
	group by "slot_at";

-- appointments.booksBefore
select *
	from "appointment"
	where "hall" = ?
	and "state" = 'booked'
	and "slot_at" < ?
	order by "slot_at"
	limit ?;

-- appointments.appointmentsOn
select "appointment".*, "ticket"."number"
	from "appointment" left join "ticket" on "ticket"."hall" = "appointment"."hall"
	and "ticket"."id" = "appointment"."ticket"
	where "appointment"."hall" = ?
	and "appointment"."day" = ?
	order by "slot_at", "appointment"."id";

-- appointments.nthNewest
select "created_at"
	from "appointment"
	where "hall" = ?
	order by "id" desc
	limit ? offset ?;

-- appointments.ticketsOn
select "id", "number", "item", "state", "created_at", "origin", "person_hash"
	from "ticket"
	where "hall" = ?
	and "day" = ?
	order by "id";

-- appointments.forgetPersons
update "ticket"
	set "person_hash" = ?, "matter_hash" = ?
	where "hall" = ?
	and "day" <= ?
	and "person_hash" is not null;
update "ticket"
	set "person_hash" = ?, "matter_hash" = ?
	where "hall" = ?
	and "day" <= ?
	and "matter_hash" is not null;
update "appointment"
	set "person_hash" = ?, "matter_hash" = ?
	where "hall" = ?
	and "day" <= ?
	and "person_hash" is not null;
update "appointment"
	set "person_hash" = ?, "matter_hash" = ?
	where "hall" = ?
	and "day" <= ?
	and "matter_hash" is not null;

-- queue-days.allot
insert into "queue_day" ("hall", "queue", "day", "last_number", "waiting")
	values (?, ?, ?, ?, ?)
	on conflict ("hall", "queue", "day") do update
	set "last_number" = "queue_day"."last_number" + ?, "waiting" = "queue_day"."waiting" + ?
	where "queue_day"."last_number" < ?
	returning "last_number", "waiting";

-- queue-days.queueDays
select *
	from "queue_day"
	where "hall" = ?
	and "day" = ?;

-- hall.isDayClosed
select "id"
	from "hall"
	where "id" = ?
	and "day" = ?
	and "day_closed_at" is not null;

-- order.legsBoundTo
select *
	from "leg"
	where "hall" = ?
	and "state" = 'waiting'
	and ("for_window" is not null or "for_staff" is not null)
	and ("for_window" = ? or "for_staff" = ?)
	order by "id";

-- calls.callsOf
select "call"."at", (select count(*) as "n"
	from "receipt"
	where "receipt"."hall" = "call"."hall"
	and "receipt"."call" = "call"."id") as "receipts"
	from "call"
	where "call"."hall" = ?
	and "call"."leg" = ?
	order by "call"."id";

-- tickets.ticketByIntent
select *
	from "ticket"
	where "hall" = ?
	and "day" = ?
	and "intent" = ?;

-- tickets.addTicket
insert into "ticket" ("hall", "id", "day", "queue", "n", "number", "item", "class", "claim", "lang", "state", "token", "intent", "origin", "leg", "since", "steps", "told", "created_at", "ended_at", "reason", "appointment", "slot_at", "person_hash", "matter_hash", "notice")
	values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "leg" ("hall", "id", "ticket", "ordinal", "day", "queue", "item", "state", "outcome", "enqueued_at", "rank_at", "head_start_ms", "window", "staff", "for_window", "for_staff", "called_at", "started_at", "ended_at", "calls", "misses", "park_kind", "parked_at", "parked_ms", "held_ms", "reason")
	values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- tickets.addLeg
insert into "leg" ("hall", "id", "ticket", "ordinal", "day", "queue", "item", "state", "outcome", "enqueued_at", "rank_at", "head_start_ms", "window", "staff", "for_window", "for_staff", "called_at", "started_at", "ended_at", "calls", "misses", "park_kind", "parked_at", "parked_ms", "held_ms", "reason")
	values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "queue_day" ("hall", "queue", "day", "last_number", "waiting")
	values (?, ?, ?, ?, ?)
	on conflict ("hall", "queue", "day") do update
	set "waiting" = "queue_day"."waiting" + ?;

-- tickets.getTicket
select *
	from "ticket"
	where "hall" = ?
	and "id" = ?;

-- tickets.getLeg
select *
	from "leg"
	where "hall" = ?
	and "id" = ?;

-- forecasts.legsOfTickets
select *
	from "leg"
	where "hall" = ?
	and "ticket" in (?, ?)
	order by "id";

-- forecasts.legsOfDay
select "leg"."id", "leg"."day", "leg"."queue", "leg"."ordinal", "leg"."enqueued_at", "leg"."rank_at", "leg"."head_start_ms", "leg"."ended_at", "ticket"."told", (select min("call"."at") as "at"
	from "call"
	where "call"."hall" = "leg"."hall"
	and "call"."leg" = "leg"."id") as "first_call"
	from "leg"
	inner join "ticket" on "ticket"."hall" = "leg"."hall"
	and "ticket"."id" = "leg"."ticket"
	where "leg"."hall" = ?
	and "leg"."day" = ?
	and "leg"."state" = 'ended';
select "leg"."id", "leg"."day", "leg"."queue", "leg"."ordinal", "leg"."enqueued_at", "leg"."rank_at", "leg"."head_start_ms", "leg"."ended_at", "ticket"."told", (select min("call"."at") as "at"
	from "call"
	where "call"."hall" = "leg"."hall"
	and "call"."leg" = "leg"."id") as "first_call"
	from "leg"
	inner join "ticket" on "ticket"."hall" = "leg"."hall"
	and "ticket"."id" = "leg"."ticket"
	where "leg"."hall" = ?
	and "leg"."day" = ?
	and "leg"."state" <> 'ended';

-- tickets.legsOf
select *
	from "leg"
	where "hall" = ?
	and "ticket" = ?
	order by "ordinal";

-- tickets.countAhead
select "waiting"
	from "queue_day"
	where "hall" = ?
	and "queue" = ?
	and "day" = ?;
select count(*) as "n"
	from "leg"
	where "hall" = ?
	and "queue" = ?
	and "state" = 'waiting'
	and (rank_at, id) > (?, ?);

-- tickets.saveLeg, called
update "leg"
	set "state" = ?, "outcome" = ?, "rank_at" = ?, "head_start_ms" = ?, "window" = ?, "staff" = ?, "for_window" = ?, "for_staff" = ?, "called_at" = ?, "started_at" = ?, "ended_at" = ?, "calls" = ?, "misses" = ?, "park_kind" = ?, "parked_at" = ?, "parked_ms" = ?, "held_ms" = ?, "reason" = ?
	where "hall" = ?
	and "id" = ?;
update "queue_day"
	set "waiting" = "waiting" - ?
	where "hall" = ?
	and "queue" = ?
	and "day" = ?;

-- tickets.saveLeg, returned
update "leg"
	set "state" = ?, "outcome" = ?, "rank_at" = ?, "head_start_ms" = ?, "window" = ?, "staff" = ?, "for_window" = ?, "for_staff" = ?, "called_at" = ?, "started_at" = ?, "ended_at" = ?, "calls" = ?, "misses" = ?, "park_kind" = ?, "parked_at" = ?, "parked_ms" = ?, "held_ms" = ?, "reason" = ?
	where "hall" = ?
	and "id" = ?;
insert into "queue_day" ("hall", "queue", "day", "last_number", "waiting")
	values (?, ?, ?, ?, ?)
	on conflict ("hall", "queue", "day") do update
	set "waiting" = "queue_day"."waiting" + ?;

-- tickets.saveTicket
update "ticket"
	set "state" = ?, "leg" = ?, "class" = ?, "claim" = ?, "steps" = ?, "ended_at" = ?, "reason" = ?
	where "hall" = ?
	and "id" = ?;

-- tickets.removeLeg
delete
	from "leg"
	where "hall" = ?
	and "id" = ?;
update "queue_day"
	set "waiting" = "waiting" - ?
	where "hall" = ?
	and "queue" = ?
	and "day" = ?;

-- order.firstWaiting
select "leg".*, "ticket"."number", "ticket"."class", "ticket"."claim", "ticket"."steps", "ticket"."created_at", "ticket"."token"
	from "leg"
	inner join "ticket" on "ticket"."hall" = "leg"."hall"
	and "ticket"."id" = "leg"."ticket"
	where "leg"."hall" = ?
	and "leg"."queue" = ?
	and "leg"."state" = 'waiting'
	and ("leg"."for_window" is null or "leg"."for_window" = ?)
	and ("leg"."for_staff" is null or "leg"."for_staff" = ?)
	order by "leg"."rank_at", "leg"."id"
	limit ?;

-- order.nextNumbers
select "ticket"."number", "leg"."rank_at"
	from "leg"
	inner join "ticket" on "ticket"."hall" = "leg"."hall"
	and "ticket"."id" = "leg"."ticket"
	where "leg"."hall" = ?
	and "leg"."queue" = ?
	and "leg"."state" = 'waiting'
	order by "leg"."rank_at", "leg"."id"
	limit ?;

-- order.heldLegs
select "leg".*, "ticket"."number", "ticket"."class", "ticket"."claim", "ticket"."steps", "ticket"."created_at", "ticket"."token"
	from "leg"
	inner join "ticket" on "ticket"."hall" = "leg"."hall"
	and "ticket"."id" = "leg"."ticket"
	where "leg"."hall" = ?
	and "leg"."state" in ('parked', 'missed')
	order by "leg"."id";

-- order.legsOpenUpTo
select *
	from "leg"
	where "hall" = ?
	and "state" <> 'ended'
	and "day" <= ?
	order by "id";

-- calls.addCall
insert into "call" ("hall", "id", "day", "leg", "ticket", "number", "zone", "window", "staff", "kind", "at", "why")
	values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- calls.recentCalls
select *
	from "call"
	where "hall" = ?
	and "day" = ?
	and "zone" = ?
	order by "id" desc
	limit ?;

-- calls.getCall
select *
	from "call"
	where "hall" = ?
	and "id" = ?;

-- calls.lastCallOf
select *
	from "call"
	where "hall" = ?
	and "leg" = ?
	order by "id" desc
	limit ?;

-- calls.receiptsOf
select *
	from "receipt"
	where "hall" = ?
	and "call" = ?;

-- broadcast-receipts.broadcastReceipts
select *
	from "broadcast_receipt"
	where "hall" = ?
	and "broadcast" >= ?
	order by "broadcast", "device", "channel";

-- calls.removeCall
delete
	from "receipt"
	where "hall" = ?
	and "call" = ?;
delete
	from "call"
	where "hall" = ?
	and "id" = ?;

-- calls.unspokenSince
select *
	from "call"
	where "hall" = ?
	and "day" = ?
	and "zone" = ?
	and "at" >= ?
	and not exists (select "receipt"."call"
	from "receipt"
	where "receipt"."hall" = "call"."hall"
	and "receipt"."call" = "call"."id"
	and "receipt"."channel" = ?)
	order by "id";

-- ledger.ledgerLine
insert into "ledger" ("hall", "seq", "at", "day", "act", "actor", "ticket", "window", "queue", "body", "prior", "salt", "hash")
	values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- ledger.linesAfter
select *
	from "ledger"
	where "hall" = ?
	and "seq" > ?
	order by "seq"
	limit ?;

-- ledger.linesOfTicket
select *
	from "ledger"
	where "hall" = ?
	and "ticket" = ?
	order by "seq";

-- ledger.hashOf
select "hash"
	from "ledger"
	where "hall" = ?
	and "seq" = ?;

-- ledger.headOf
select "seq", "head" as "hash"
	from "hall"
	where "id" = ?;

-- ledger.linesAt
select *
	from "ledger"
	where "hall" = ?
	and "seq" in (?, ?)
	order by "seq";

-- ledger.callsBetween
select *
	from "ledger"
	where "hall" = ?
	and "window" in (?, ?)
	and "seq" > ?
	and "seq" < ?
	and "act" = ?
	order by "seq";

-- ledger.newestOfTicket
select "seq"
	from "ledger"
	where "hall" = ?
	and "ticket" = ?
	order by "seq" desc
	limit ?;

-- ledger.lastActAt
select *
	from "ledger"
	where "hall" = ?
	and "window" = ?
	and "ticket" is not null
	order by "seq" desc
	limit ?;

-- day-heads.unsigned
select "ledger"."seq", "ledger"."day", "ledger"."hash"
	from "ledger" left join "day_head" on "day_head"."hall" = "ledger"."hall"
	and "day_head"."seq" = "ledger"."seq"
	where "ledger"."hall" = ?
	and "ledger"."act" = 'day.closed'
	and "ledger"."hash" <> ''
	and "day_head"."seq" is null
	order by "ledger"."seq";

-- day-heads.newestHead
select *
	from "day_head"
	where "hall" = ?
	order by "seq" desc
	limit ?;

-- slips.addSlip
insert into "slip" ("hall", "id", "day", "kind", "ticket", "group", "printer", "state", "attempts", "reprint_of", "body", "reason", "created_at", "changed_at")
	values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- slips.nextSlip
select *
	from "slip"
	where "hall" = ?
	and "group" = ?
	and "state" = 'queued'
	order by "id"
	limit ?;

-- slips.moveSlip
update "slip"
	set "state" = ?, "printer" = ?, "attempts" = ?, "reason" = ?, "changed_at" = ?
	where "hall" = ?
	and "id" = ?
	and "state" = ?;

-- slips.slipsInWork
select *
	from "slip"
	where "hall" = ?
	and "state" = 'sent'
	and "reason" is null;

-- slips.queuedOf
select *
	from "slip"
	where "hall" = ?
	and "group" = ?
	and "state" = 'queued'
	and "created_at" < ?
	order by "id"
	limit ?;

-- slips.queuedSlips
select "group", count(*) as "n"
	from "slip"
	where "hall" = ?
	and "state" = 'queued'
	group by "group";

-- slips.newestSlips
select *
	from "slip"
	where "hall" = ?
	order by "id" desc
	limit ?;

-- slips.lastSlipOf
select *
	from "slip"
	where "hall" = ?
	and "ticket" = ?
	order by "id" desc
	limit ?;

-- windows.getWindow
select *
	from "window"
	where "hall" = ?
	and "code" = ?;

-- windows.activeWindows
select *
	from "window"
	where "hall" = ?
	and "active" = ?;

-- windows.windowOfStaff
select *
	from "window"
	where "hall" = ?
	and "staff" = ?;

-- windows.setWindowLeg
update "window"
	set "leg" = ?
	where "hall" = ?
	and "code" = ?;

-- windows.saveWindow
update "window"
	set "state" = ?, "reason" = ?, "staff" = ?, "since" = ?, "leg" = ?, "until_at" = ?, "hand_to" = ?
	where "hall" = ?
	and "code" = ?;
update "window_span"
	set "to_at" = ?
	where "hall" = ?
	and "window" = ?
	and "to_at" is null;
insert into "window_span" ("hall", "id", "window", "state", "reason", "staff", "from_at", "to_at", "until_at")
	values (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- ratings.ratingsOf
select *
	from "rating"
	where "hall" = ?
	and "ticket" = ?;

-- ratings.ratingOf
select *
	from "rating"
	where "hall" = ?
	and "leg" = ?;

-- notices.getNotice
select *
	from "notice"
	where "hall" = ?
	and "id" = ?;

-- notices.noticeByIntent
select *
	from "notice"
	where "hall" = ?
	and "intent" = ?;

-- notices.noticeByCode
select *
	from "notice"
	where "hall" = ?
	and "code" = ?;

-- notices.noticeAfter
select *
	from "notice"
	where "hall" = ?
	and "earlier" = ?
	and "earlier" is not null
	and "state" <> 'void'
	order by "id" desc
	limit ?;

-- notices.noticeOfMatter
select *
	from "notice"
	where "hall" = ?
	and "matter_hash" = ?
	and "matter_hash" is not null
	and "kind" = ?
	and "state" in (?, ?)
	and "day" >= ?
	order by "id" desc
	limit ?;

-- notices.noticesOfTicket
select *
	from "notice"
	where "hall" = ?
	and "ticket" = ?
	order by "id";

-- notices.forgetMatters
update "notice"
	set "matter_hash" = ?
	where "hall" = ?
	and "matter_hash" is not null
	and ("day" < ? or "state" not in (?, ?));

-- notices.lastToldAt
select *
	from "notice"
	where "hall" = ?
	and "day" = ?
	and "window" = ?
	order by "id" desc
	limit ?;

-- notices.noticesBetween
select *
	from "notice"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	order by "id";

-- intakes.intakesOf
select *
	from "intake"
	where "hall" = ?
	and "ticket" = ?
	order by "id";

-- intakes.openIntake
select *
	from "intake"
	where "hall" = ?
	and "ticket" = ?
	and "item" = ?
	and "state" = 'open';

-- intakes.openIntakes
select "intake".*, "ticket"."number", "ticket"."state" as "ticket_state"
	from "intake"
	inner join "ticket" on "ticket"."hall" = "intake"."hall"
	and "ticket"."id" = "intake"."ticket"
	where "intake"."hall" = ?
	and "intake"."state" = 'open'
	order by "intake"."limit_at", "intake"."id";

-- intakes.runningIntake
select "intake".*, "ticket"."number", "ticket"."state" as "ticket_state"
	from "intake"
	inner join "ticket" on "ticket"."hall" = "intake"."hall"
	and "ticket"."id" = "intake"."ticket"
	where "intake"."hall" = ?
	and "intake"."state" = 'open'
	and "intake"."id" = ?;

-- intakes.intakesBetween
select *
	from "intake"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	order by "id";

-- intakes.trueWillsOf
select *
	from "true_will"
	where "hall" = ?
	and "ticket" = ?
	order by "id";

-- rating-asks.addAsk
insert into "rating_ask" ("hall", "leg", "ticket", "day", "window", "staff", "token", "asked_at", "window_shown_at", "phone_shown_at")
	values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- rating-asks.askOf
select *
	from "rating_ask"
	where "hall" = ?
	and "leg" = ?;

-- rating-asks.newestAsk
select *
	from "rating_ask"
	where "hall" = ?
	and "window" = ?
	order by "asked_at" desc, "leg" desc
	limit ?;

-- rating-asks.removeAsk
delete
	from "rating_ask"
	where "hall" = ?
	and "leg" = ?;

-- rating-asks.markShown
update "rating_ask"
	set "window_shown_at" = ?
	where "hall" = ?
	and "leg" = ?
	and "window_shown_at" is null;

-- rating-papers.openPaperOf
select *
	from "rating_paper"
	where "hall" = ?
	and "leg" = ?
	and "state" = 'entered';

-- rating-papers.openPapers
select "rating_paper"."leg", "leg"."day", "ticket"."number", "leg"."window", "leg"."staff", "rating_paper"."entered_by", "rating_paper"."entered_at"
	from "rating_paper"
	inner join "leg" on "leg"."hall" = "rating_paper"."hall"
	and "leg"."id" = "rating_paper"."leg"
	inner join "ticket" on "ticket"."hall" = "rating_paper"."hall"
	and "ticket"."id" = "rating_paper"."ticket"
	where "rating_paper"."hall" = ?
	and "rating_paper"."state" = 'entered'
	order by "rating_paper"."leg";

-- rating-figures.countRatings
select substr(rating_ask.day, 1, 7) as "month", "rating_ask"."window", "rating_ask"."staff", "leg"."item", "rating"."grade", case when "case".outcome = 'mistaken' then 1 else 0 end as "mistaken", count(*) as "n", count(coalesce(window_shown_at, phone_shown_at)) as "shown", count("rating"."efficiency") as "efficiency_n", sum("rating"."efficiency") as "efficiency", count("rating"."competence") as "competence_n", sum("rating"."competence") as "competence", count("rating"."attitude") as "attitude_n", sum("rating"."attitude") as "attitude"
	from "rating_ask"
	inner join "leg" on "leg"."hall" = "rating_ask"."hall"
	and "leg"."id" = "rating_ask"."leg" left join "rating" on "rating"."hall" = "rating_ask"."hall"
	and "rating"."leg" = "rating_ask"."leg" left join "case" on "case"."hall" = "rating"."hall"
	and "case"."id" = "rating"."case_id"
	where "rating_ask"."hall" = ?
	and "rating_ask"."day" >= ?
	and "rating_ask"."day" <= ?
	group by substr(rating_ask.day, 1, 7), "rating_ask"."window", "rating_ask"."staff", "leg"."item", "rating"."grade", case when "case".outcome = 'mistaken' then 1 else 0 end;

-- rating-figures.badRatings
select "rating"."leg", "rating"."window", "rating"."staff", "case"."id", "case"."kind", "case"."state", "case"."stage", "case"."outcome", "case"."opened_at", "case"."given_at", "case"."closed_at", "case"."item"
	from "rating"
	inner join "case" on "case"."hall" = "rating"."hall"
	and "case"."id" = "rating"."case_id"
	where "rating"."hall" = ?
	and "rating"."day" >= ?
	and "rating"."day" <= ?
	order by "case"."id";

-- rating-figures.actsIn
select "case_line"."case", "case_line"."act", "ledger"."at"
	from "case_line"
	inner join "ledger" on "ledger"."hall" = "case_line"."hall"
	and "ledger"."seq" = "case_line"."line"
	where "case_line"."hall" = ?
	and "case_line"."case" in (?, ?);

-- cases.getCase
select *
	from "case"
	where "hall" = ?
	and "id" = ?;

-- cases.caseByIntent
select *
	from "case"
	where "hall" = ?
	and "intent" = ?;

-- cases.casesOfTicket
select *
	from "case"
	where "hall" = ?
	and "ticket" = ?
	and "ticket" is not null
	order by "id";

-- cases.saveCase
update "case"
	set "state" = ?, "stage" = ?, "outcome" = ?, "urgent" = ?, "staged_at" = ?, "closed_at" = ?, "owner" = ?, "offered_to" = ?, "offered_by" = ?, "offered_at" = ?, "moved_by" = ?, "given_at" = ?, "due_at" = ?, "next_at" = ?, "reminded" = ?, "escalated" = ?, "asked" = ?, "extended" = ?, "late" = ?, "explained" = ?, "offered_desk" = ?, "offered_department" = ?, "offered_place_at" = ?, "desk" = ?, "department" = ?, "joined_to" = ?, "told_at" = ?, "told_way" = ?, "reopened_at" = ?
	where "hall" = ?
	and "id" = ?;

-- cases.casesForClock
select *
	from "case"
	where "hall" = ?
	and "next_at" is not null
	and "next_at" <= ?
	order by "next_at"
	limit ?;

-- cases.caseByCode
select *
	from "case"
	where "hall" = ?
	and "code" = ?
	and "code" is not null;

-- cases.casesJoinedTo
select *
	from "case"
	where "hall" = ?
	and "joined_to" = ?
	and "joined_to" is not null
	order by "id";

-- case-lists.openCasesOf
select *
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "owner" = ?;
select *
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "first_owner" = ?;
select *
	from "case"
	where "hall" = ?
	and "offered_to" = ?
	and "offered_to" is not null;
select *
	from "case"
	where "hall" = ?
	and "offered_desk" = ?
	and "offered_desk" is not null;
select *
	from "case"
	where "hall" = ?
	and "offered_department" = ?
	and "offered_department" is not null;

-- case-lists.offeredCases
select *
	from "case"
	where "hall" = ?
	and "offered_to" = ?
	and "offered_to" is not null;
select *
	from "case"
	where "hall" = ?
	and "offered_desk" = ?
	and "offered_desk" is not null;
select *
	from "case"
	where "hall" = ?
	and "offered_department" = ?
	and "offered_department" is not null;

-- case-lists.countOpenOf
select "due_at"
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "owner" = ?;

-- case-lists.openByOwner
select "owner", count(*) as "n"
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "kind" in (?, ?)
	group by "owner";

-- case-lists.openCases
select *
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "due_at" is not null
	order by "due_at"
	limit ?;
select *
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "due_at" is null
	order by "id"
	limit ?;

-- case-lists.openCases, of a kind
select *
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "kind" = ?
	and "due_at" is not null
	order by "due_at"
	limit ?;
select *
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "kind" = ?
	and "due_at" is null
	order by "id"
	limit ?;

-- case-lists.openCasesWith
select *
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "department" = ?
	and "kind" in (?)
	order by due_at is null, "due_at", "id"
	limit ?;

-- case-lists.overdueCases
select *
	from "case"
	where "hall" = ?
	and "state" = 'open'
	and "due_at" < ?
	order by "due_at"
	limit ?;

-- complaints.getComplaint
select *
	from "complaint"
	where "hall" = ?
	and "id" = ?;

-- complaints.petitionFrom
select *
	from "complaint"
	where "hall" = ?
	and "kind" = ?
	and "from_case" = ?;

-- complaints.complaintsSince
select *
	from "complaint"
	where "hall" = ?
	and "kind" = ?
	and "day" >= ?
	order by "day" desc, "id" desc
	limit ?;

-- complaints.wordsOf
select "case", "text"
	from "case_line"
	where "hall" = ?
	and "case" in (?, ?)
	and "act" = ?;

-- complaints.forgetPhones
update "complaint"
	set "phone_hash" = ?
	where "hall" = ?
	and "phone_hash" is not null
	and "day" < ?;

-- complaints.complaintCases, all
select "case".*, "complaint"."class", "complaint"."route"
	from "complaint" cross join "case"
	where "case"."hall" = ?
	and "complaint"."hall" = ?
	and "complaint"."id" = "case"."id"
	and ("case"."concerned" is null or "case"."concerned" != ?)
	order by "complaint"."id" desc
	limit ?;

-- complaints.complaintCases, open
select "case".*, "complaint"."class", "complaint"."route"
	from "case" cross join "complaint"
	where "case"."hall" = ?
	and "complaint"."hall" = ?
	and "complaint"."id" = "case"."id"
	and ("case"."state" = 'open'
	and "case"."kind" in (?, ?, ?))
	order by "case".id + 0 desc
	limit ?;

-- complaints.complaintCases, overdue
select "case".*, "complaint"."class", "complaint"."route"
	from "case" cross join "complaint"
	where "case"."hall" = ?
	and "complaint"."hall" = ?
	and "complaint"."id" = "case"."id"
	and ("case"."state" = 'open'
	and "case"."kind" in (?, ?, ?)
	and "case"."due_at" < ?)
	order by "case".id + 0 desc
	limit ?;

-- complaints.complaintCases, mine
select "case".*, "complaint"."class", "complaint"."route"
	from "case" cross join "complaint"
	where "case"."hall" = ?
	and "complaint"."hall" = ?
	and "complaint"."id" = "case"."id"
	and ("case"."state" = 'open'
	and "case"."kind" in (?, ?, ?)
	and ("case"."owner" = ? or "case"."first_owner" = ? or "case"."offered_to" = ?))
	order by "case".id + 0 desc
	limit ?;

-- complaints.complaintCases, of a class
select "case".*, "complaint"."class", "complaint"."route"
	from "complaint" cross join "case"
	where "case"."hall" = ?
	and "complaint"."hall" = ?
	and "complaint"."id" = "case"."id"
	and ("complaint"."class" = ?
	and "complaint"."id" < ?
	and "case"."state" = 'closed')
	order by "complaint"."id" desc
	limit ?;

-- complaint-figures.complaintsBetween
select "complaint"."id", "complaint"."kind", "class", "route", "complaint"."department", "complaint"."window", "complaint"."item", "cause", "origin", "case"."state", "case"."outcome", "case"."late"
	from "complaint"
	inner join "case" on "case"."hall" = "complaint"."hall"
	and "case"."id" = "complaint"."id"
	where "complaint"."hall" = ?
	and "complaint"."day" >= ?
	and "complaint"."day" <= ?;

-- complaint-figures.actsOfCases
select "case", "act"
	from "case_line"
	where "hall" = ?
	and "case" >= ?
	and "case" <= ?
	and "act" in (?)
	group by "case", "act";

-- complaint-figures.opinionsByKind
select "kind", count(*) as "n"
	from "opinion"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	group by "kind";

-- cases.casesBetween
select *
	from "case"
	where "hall" = ?
	and "kind" = ?
	and "day" >= ?
	and "day" <= ?
	order by "id";

-- cases.historyOfCase
select "case_line".*, "ledger"."at", "ledger"."day", "ledger"."actor", "ledger"."body"
	from "case_line"
	inner join "ledger" on "ledger"."hall" = "case_line"."hall"
	and "ledger"."seq" = "case_line"."line"
	where "case_line"."hall" = ?
	and "case_line"."case" = ?
	order by "case_line"."line";

-- cases.actsDone
select "act", count(*) as "n"
	from "case_line"
	where "hall" = ?
	and "case" = ?
	group by "act";

-- cases.evidenceOf
select *
	from "case_evidence"
	where "hall" = ?
	and "case" = ?
	order by "line";

-- matters.getMatter
select *
	from "matter"
	where "hall" = ?
	and "case" = ?;

-- matters.matterOfLeg
select *
	from "matter"
	where "hall" = ?
	and "leg" = ?;

-- matters.mattersOfTicket
select *
	from "matter"
	where "hall" = ?
	and "ticket" = ?
	order by "case";

-- matters.deliveryOf
select *
	from "delivery"
	where "hall" = ?
	and "case" = ?
	order by "id" desc
	limit ?;

-- personal.personalOf
select *
	from "personal"
	where "hall" = ?
	and "subject" = ?
	and "of" = ?
	order by "field";

-- personal.personalDue
select *
	from "personal"
	where "hall" = ?
	and "sealed" is not null
	and "delete_at" <= ?
	order by "delete_at"
	limit ?;

-- greetings.greetingsOf
select *
	from "greeting"
	where "hall" = ?
	and "leg" = ?;

-- greetings.lastEndedAt
select "id", "ticket", "staff", "ended_at"
	from "leg"
	where "hall" = ?
	and "day" = ?
	and "window" = ?
	and "state" = 'ended'
	and "started_at" is not null
	order by "ended_at" desc, "id" desc
	limit ?;

-- greetings.servicesBy
select "day", "window", "staff", count(*) as "services"
	from "leg"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	and "state" = 'ended'
	and "started_at" is not null
	and "staff" is not null
	and "window" = ?
	group by "day", "window", "staff";

-- greetings.marksBy
select "day", "window", "staff", "mark", count(*) as "marks"
	from "greeting"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	and "window" = ?
	group by "day", "window", "staff", "mark";

-- opinions.opinionByIntent
select *
	from "opinion"
	where "hall" = ?
	and "intent" = ?;

-- opinions.opinionsOfTicket
select *
	from "opinion"
	where "hall" = ?
	and "ticket" = ?;

-- opinions.opinionsBetween
select *
	from "opinion"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	order by "id" desc
	limit ?;

-- opinions.overridesBetween
select *
	from "wording_override"
	where "hall" = ?
	and "day" >= ?
	and "day" <= ?
	order by "line", "n";

-- served.servedToday
select "outcome", count(*) as "n", sum(ended_at - coalesce(started_at, ended_at) - parked_ms) as "ms"
	from "leg"
	where "hall" = ?
	and "day" = ?
	and "window" = ?
	and "state" = 'ended'
	group by "outcome";
