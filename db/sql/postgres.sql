-- knowledge.versionsOf
select *
	from "knowledge"
	where "hall" = $1
	and "entry" = $2
	order by "version" desc;

-- knowledge.liveOf
select *
	from "knowledge"
	where "hall" = $1
	and "entry" in ($2, $3)
	and state in ('published', 'expired');

-- knowledge.liveAfter
select *
	from "knowledge"
	where "hall" = $1
	and "entry" > $2
	and state in ('published', 'expired')
	order by "entry"
	limit $3;

-- knowledge.openVersions
select *
	from "knowledge"
	where "hall" = $1
	and state in ('draft', 'review')
	order by "changed_at"
	limit $2;

-- knowledge.endingBefore
select *
	from "knowledge"
	where "hall" = $1
	and "state" = 'published'
	and "valid_until" < $2
	order by "valid_until"
	limit $3;

-- knowledge.countAsked
insert into "knowledge_asked" ("hall", "day", "words", "found", "times")
	values ($1, $2, $3, $4, $5)
	on conflict ("hall", "day", "words") do update
	set "found" = $6, "times" = knowledge_asked.times + 1;

-- leases.reserve
insert into "queue_day" ("hall", "queue", "day", "last_number", "waiting")
	values ($1, $2, $3, $4, $5)
	on conflict ("hall", "queue", "day") do update
	set "last_number" = "queue_day"."last_number" + $6
	where "queue_day"."last_number" < $7
	returning "last_number";

-- leases.getLease
select *
	from "lease"
	where "hall" = $1
	and "id" = $2;

-- leases.liveLeases
select *
	from "lease"
	where "hall" = $1
	and "device" = $2
	and "ended_at" is null
	order by "id";

-- leases.leasesOpenUpTo
select *
	from "lease"
	where "hall" = $1
	and "day" <= $2
	and "ended_at" is null
	order by "id";

-- leases.numbersOfLease
select *
	from "lease_number"
	where "hall" = $1
	and "lease" = $2
	order by "queue", "n";

-- leases.leasedWithoutTicket
select "queue", "n", "number", "state", "reason"
	from "lease_number"
	where "hall" = $1
	and "day" = $2
	and "state" <> 'used'
	order by "queue", "n";

-- leases.kioskSeen
insert into "kiosk_seen" ("hall", "device", "seen_at")
	values ($1, $2, $3)
	on conflict ("hall", "device") do update
	set "seen_at" = $4;

-- leases.kiosksSeen
select *
	from "kiosk_seen"
	where "hall" = $1
	order by "device";

-- devices.deviceStates
select *
	from "device_state"
	where "hall" = $1
	order by "kind", "device";

-- devices.getDeviceState
select *
	from "device_state"
	where "hall" = $1
	and "kind" = $2
	and "device" = $3;

-- devices.newestEvents
select *
	from "device_event"
	where "hall" = $1
	and "kind" = $2
	and "device" = $3
	order by "at" desc
	limit $4;

-- devices.eventsSince
select *
	from "device_event"
	where "hall" = $1
	and "kind" = $2
	and "device" = $3
	and "at" >= $4
	order by "at";

-- devices.eventsBefore
select *
	from "device_event"
	where "hall" = $1
	and "kind" = $2
	and "device" = $3
	and "at" < $4
	order by "at" desc
	limit $5;

-- devices.forgetEvents
delete
	from "device_event"
	where "hall" = $1
	and "at" < $2
	and exists (select "next"."at"
	from "device_event" as "next"
	where "next"."hall" = "device_event"."hall"
	and "next"."kind" = "device_event"."kind"
	and "next"."device" = "device_event"."device"
	and "next"."at" > "device_event"."at"
	and "next"."at" < $3
	and "next"."act" = $4);

-- devices.printerCounts
select *
	from "printer_count"
	where "hall" = $1
	order by "printer";

-- broadcasts.liveBroadcast
select *
	from "broadcast"
	where "hall" = $1
	and "ended_at" is null;

-- broadcasts.lastAlertEnd
select "ended_at"
	from "broadcast"
	where "hall" = $1
	and "calm" = $2
	and "ended_at" is not null
	order by "id" desc
	limit $3;

-- broadcasts.recentBroadcasts
select *
	from "broadcast"
	where "hall" = $1
	order by "id" desc
	limit $2;

-- incidents.recentIncidents
select "incident".*, "case"."day", "case"."state", "case"."stage", "case"."outcome", "case"."owner", "case"."opened_at", "case"."due_at", "case"."escalated", "case"."late", "case"."window"
	from "incident"
	inner join "case" on "case"."hall" = "incident"."hall"
	and "case"."id" = "incident"."id"
	where "incident"."hall" = $1
	and "case"."state" = 'open'
	order by "incident"."id" desc
	limit $2;
select "incident".*, "case"."day", "case"."state", "case"."stage", "case"."outcome", "case"."owner", "case"."opened_at", "case"."due_at", "case"."escalated", "case"."late", "case"."window"
	from "incident"
	inner join "case" on "case"."hall" = "incident"."hall"
	and "case"."id" = "incident"."id"
	where "incident"."hall" = $1
	and "case"."state" = 'closed'
	order by "incident"."id" desc
	limit $2;

-- incidents.firstActs
select "case_line"."case", "case_line"."act", min("ledger"."at") as "at"
	from "case_line"
	inner join "ledger" on "ledger"."hall" = "case_line"."hall"
	and "ledger"."seq" = "case_line"."line"
	where "case_line"."hall" = $1
	and "case_line"."case" in ($2, $3)
	group by "case_line"."case", "case_line"."act";

-- loans.loansOut
select *
	from "loan"
	where "hall" = $1
	and "state" = 'out'
	order by "due_at", "id";

-- loans.stockChanges
select "good", "desk", cast(sum("change") as integer) as "change"
	from "stock_change"
	where "hall" = $1
	group by "good", "desk";

-- free-services.freeServices
select *
	from "free_service"
	where "hall" = $1;

-- free-services.serviceSpans
select *
	from "service_span"
	where "hall" = $1
	and "from_at" < $2
	and ("to_at" is null or "to_at" > $3)
	order by "id";

-- knowledge.publicEntries
select *
	from "knowledge"
	where "hall" = $1
	and "state" = 'published'
	and "public" = 1
	order by "changed_at" desc, "entry" desc
	limit $2;

-- knowledge.missedBetween
select "words", sum(times) as "times"
	from "knowledge_asked"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	group by "words" having max(found) = $4
	and sum(times) >= $5
	order by sum(times) desc, "words"
	limit $6;

-- help.getHelp
select *
	from "help"
	where "hall" = $1
	and "case" = $2;

-- help.helpByToken
select *
	from "help"
	where "hall" = $1
	and "token" = $2;

-- help.liveHelp
select *
	from "help"
	where "hall" = $1
	and "ended_at" is null
	order by "called_at";

-- help.helpBetween
select *
	from "help"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	order by "called_at";

-- care.careOf
select *
	from "care"
	where "hall" = $1
	and "ticket" = $2;

-- care.escorted
select *
	from "care"
	where "hall" = $1
	and "escort" is not null
	and "reached_at" is null
	and "escort_at" >= $2
	order by "escort_at";

-- questions.openOfKinds
select *
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "kind" in ($2, $3)
	order by due_at is null, "due_at", "id"
	limit $4;

-- questions.closedOfKinds
select *
	from "case"
	where "hall" = $1
	and "kind" in ($2, $3)
	and "day" >= $4
	and "state" = 'closed'
	order by "day" desc, "id" desc
	limit $5;

-- questions.questionsOf
select *
	from "question"
	where "hall" = $1
	and "case" in ($2, $3);

-- questions.questionsOfEntry
select *
	from "question"
	where "hall" = $1
	and "entry" = $2
	and "entry" is not null
	order by "case";

-- questions.attemptsOf
select "case", count(*) as "n"
	from "case_line"
	where "hall" = $1
	and "case" in ($2, $3)
	and "act" = $4
	group by "case";

-- questions.referralsOfCase
select *
	from "referral"
	where "hall" = $1
	and "case" = $2
	and "case" is not null
	order by "id";

-- questions.referredBetween
select "place", count(*) as "times"
	from "referral"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	group by "place"
	order by count(*) desc, "place"
	limit $4;

-- hotline-orders.orderByNumber
select *
	from "hotline_order"
	where "hall" = $1
	and "number" = $2
	order by "received_at" desc
	limit $3;

-- hotline-orders.ordersOf
select *
	from "hotline_order"
	where "hall" = $1
	and "case" in ($2, $3);

-- hotline-orders.closedOrders
select *
	from "case"
	where "hall" = $1
	and "kind" = $2
	and "state" = 'closed'
	order by "day" desc, "id" desc
	limit $3;

-- hotline-orders.actsIn
select "case_line"."case", "case_line"."act", "case_line"."text", "ledger"."at", "ledger"."body"
	from "case_line"
	inner join "ledger" on "ledger"."hall" = "case_line"."hall"
	and "ledger"."seq" = "case_line"."line"
	where "case_line"."hall" = $1
	and "case_line"."case" in ($2, $3)
	and "case_line"."act" in ($4)
	order by "case_line"."line";

-- tasks.tasksOf
select *
	from "task"
	where "hall" = $1
	and "case" in ($2, $3);

-- tasks.tasksGivenBy
select "case".*
	from "task"
	inner join "case" on "case"."hall" = "task"."hall"
	and "case"."id" = "task"."case"
	where "task"."hall" = $1
	and "task"."given_by" = $2
	order by "case".closed_at is not null, "case"."id" desc
	limit $3;

-- staff-notes.notesAt
select *
	from "staff_note"
	where "hall" = $1
	and "state" = 'live'
	and "until_at" > $2
	order by "note" desc;

-- staff-notes.readsOf
select *
	from "staff_note_read"
	where "hall" = $1
	and "note" in ($2, $3)
	order by "at", "staff";

-- staff-notes.newestNotes
select *
	from "staff_note"
	where "hall" = $1
	and "state" <> 'replaced'
	order by "note" desc
	limit $2;

-- inspections.inspectionOn
select *
	from "inspection"
	where "hall" = $1
	and "day" = $2
	and "plan" = $3;

-- inspections.areasBetween
select *
	from "inspection_area"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	order by "day", "area";

-- inspections.foundTasks
select "inspection_area"."area", "inspection_area"."day", "case"."state", "case"."late", "case"."outcome"
	from "inspection_area"
	inner join "inspection_mark" on "inspection_mark"."hall" = "inspection_area"."hall"
	and "inspection_mark"."inspection" = "inspection_area"."inspection"
	and "inspection_mark"."area" = "inspection_area"."area"
	inner join "case" on "case"."hall" = "inspection_mark"."hall"
	and "case"."id" = "inspection_mark"."task"
	where "inspection_area"."hall" = $1
	and "inspection_area"."day" >= $2
	and "inspection_area"."day" <= $3
	order by "inspection_area"."day";

-- inspections.photosBefore
select *
	from "inspection_photo"
	where "hall" = $1
	and "deleted_at" is null
	and "at" < $2
	order by "at"
	limit $3;

-- appointments.getAppointment
select *
	from "appointment"
	where "hall" = $1
	and "id" = $2;

-- appointments.appointmentByIntent
select *
	from "appointment"
	where "hall" = $1
	and "intent" = $2;

-- appointments.appointmentByCode
select *
	from "appointment"
	where "hall" = $1
	and "day" = $2
	and "code" = $3;

-- appointments.appointmentsOfPerson
select *
	from "appointment"
	where "hall" = $1
	and "day" = $2
	and "person_hash" = $3
	and "person_hash" is not null
	and "state" in ('booked', 'arrived')
	order by "slot_at";

-- appointments.missedOfPerson
select *
	from "appointment"
	where "hall" = $1
	and "day" = $2
	and "person_hash" = $3
	and "state" = $4;

-- appointments.ticketsOfPerson
select *
	from "ticket"
	where "hall" = $1
	and "day" = $2
	and "person_hash" = $3
	and "person_hash" is not null
	order by "id";

-- appointments.takenAt
select count(*) as "n"
	from "appointment"
	where "hall" = $1
	and "item" = $2
	and "day" = $3
	and "slot_at" = $4
	and "state" <> 'cancelled';

-- appointments.takenFrom
select "slot_at", count(*) as "n"
	from "appointment"
	where "hall" = $1
	and "item" = $2
	and "day" >= $3
	and "day" <= $4
	and "state" <> 'cancelled'
	group by "slot_at";

-- appointments.booksBefore
select *
	from "appointment"
	where "hall" = $1
	and "state" = 'booked'
	and "slot_at" < $2
	order by "slot_at"
	limit $3;

-- appointments.appointmentsOn
select "appointment".*, "ticket"."number"
	from "appointment" left join "ticket" on "ticket"."hall" = "appointment"."hall"
	and "ticket"."id" = "appointment"."ticket"
	where "appointment"."hall" = $1
	and "appointment"."day" = $2
	order by "slot_at", "appointment"."id";

-- appointments.nthNewest
select "created_at"
	from "appointment"
	where "hall" = $1
	order by "id" desc
	limit $2 offset $3;

-- appointments.ticketsOn
select "id", "number", "item", "state", "created_at", "origin", "person_hash"
	from "ticket"
	where "hall" = $1
	and "day" = $2
	order by "id";

-- appointments.forgetPersons
update "ticket"
	set "person_hash" = $1, "matter_hash" = $2
	where "hall" = $3
	and "day" <= $4
	and "person_hash" is not null;
update "ticket"
	set "person_hash" = $1, "matter_hash" = $2
	where "hall" = $3
	and "day" <= $4
	and "matter_hash" is not null;
update "appointment"
	set "person_hash" = $1, "matter_hash" = $2
	where "hall" = $3
	and "day" <= $4
	and "person_hash" is not null;
update "appointment"
	set "person_hash" = $1, "matter_hash" = $2
	where "hall" = $3
	and "day" <= $4
	and "matter_hash" is not null;

-- queue-days.allot
insert into "queue_day" ("hall", "queue", "day", "last_number", "waiting")
	values ($1, $2, $3, $4, $5)
	on conflict ("hall", "queue", "day") do update
	set "last_number" = "queue_day"."last_number" + $6, "waiting" = "queue_day"."waiting" + $7
	where "queue_day"."last_number" < $8
	returning "last_number", "waiting";

-- queue-days.queueDays
select *
	from "queue_day"
	where "hall" = $1
	and "day" = $2;

-- hall.isDayClosed
select "id"
	from "hall"
	where "id" = $1
	and "day" = $2
	and "day_closed_at" is not null;

-- order.legsBoundTo
select *
	from "leg"
	where "hall" = $1
	and "state" = 'waiting'
	and ("for_window" is not null or "for_staff" is not null)
	and ("for_window" = $2 or "for_staff" = $3)
	order by "id";

-- calls.callsOf
select "call"."at", (select count(*) as "n"
	from "receipt"
	where "receipt"."hall" = "call"."hall"
	and "receipt"."call" = "call"."id") as "receipts"
	from "call"
	where "call"."hall" = $1
	and "call"."leg" = $2
	order by "call"."id";

-- tickets.ticketByIntent
select *
	from "ticket"
	where "hall" = $1
	and "day" = $2
	and "intent" = $3;

-- tickets.addTicket
insert into "ticket" ("hall", "id", "day", "queue", "n", "number", "item", "class", "claim", "lang", "state", "token", "intent", "origin", "leg", "since", "steps", "told", "created_at", "ended_at", "reason", "appointment", "slot_at", "person_hash", "matter_hash", "notice")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26);
insert into "leg" ("hall", "id", "ticket", "ordinal", "day", "queue", "item", "state", "outcome", "enqueued_at", "rank_at", "head_start_ms", "window", "staff", "for_window", "for_staff", "called_at", "started_at", "ended_at", "calls", "misses", "park_kind", "parked_at", "parked_ms", "held_ms", "reason")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26);

-- tickets.addLeg
insert into "leg" ("hall", "id", "ticket", "ordinal", "day", "queue", "item", "state", "outcome", "enqueued_at", "rank_at", "head_start_ms", "window", "staff", "for_window", "for_staff", "called_at", "started_at", "ended_at", "calls", "misses", "park_kind", "parked_at", "parked_ms", "held_ms", "reason")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26);
insert into "queue_day" ("hall", "queue", "day", "last_number", "waiting")
	values ($1, $2, $3, $4, $5)
	on conflict ("hall", "queue", "day") do update
	set "waiting" = "queue_day"."waiting" + $6;

-- tickets.getTicket
select *
	from "ticket"
	where "hall" = $1
	and "id" = $2;

-- tickets.getLeg
select *
	from "leg"
	where "hall" = $1
	and "id" = $2;

-- forecasts.legsOfTickets
select *
	from "leg"
	where "hall" = $1
	and "ticket" in ($2, $3)
	order by "id";

-- forecasts.legsOfDay
select "leg"."id", "leg"."day", "leg"."queue", "leg"."ordinal", "leg"."enqueued_at", "leg"."rank_at", "leg"."head_start_ms", "leg"."ended_at", "ticket"."told", (select min("call"."at") as "at"
	from "call"
	where "call"."hall" = "leg"."hall"
	and "call"."leg" = "leg"."id") as "first_call"
	from "leg"
	inner join "ticket" on "ticket"."hall" = "leg"."hall"
	and "ticket"."id" = "leg"."ticket"
	where "leg"."hall" = $1
	and "leg"."day" = $2
	and "leg"."state" = 'ended';
select "leg"."id", "leg"."day", "leg"."queue", "leg"."ordinal", "leg"."enqueued_at", "leg"."rank_at", "leg"."head_start_ms", "leg"."ended_at", "ticket"."told", (select min("call"."at") as "at"
	from "call"
	where "call"."hall" = "leg"."hall"
	and "call"."leg" = "leg"."id") as "first_call"
	from "leg"
	inner join "ticket" on "ticket"."hall" = "leg"."hall"
	and "ticket"."id" = "leg"."ticket"
	where "leg"."hall" = $1
	and "leg"."day" = $2
	and "leg"."state" <> 'ended';

-- tickets.legsOf
select *
	from "leg"
	where "hall" = $1
	and "ticket" = $2
	order by "ordinal";

-- tickets.countAhead
select "waiting"
	from "queue_day"
	where "hall" = $1
	and "queue" = $2
	and "day" = $3;
select count(*) as "n"
	from "leg"
	where "hall" = $1
	and "queue" = $2
	and "state" = 'waiting'
	and (rank_at, id) > ($3, $4);

-- tickets.saveLeg, called
update "leg"
	set "state" = $1, "outcome" = $2, "rank_at" = $3, "head_start_ms" = $4, "window" = $5, "staff" = $6, "for_window" = $7, "for_staff" = $8, "called_at" = $9, "started_at" = $10, "ended_at" = $11, "calls" = $12, "misses" = $13, "park_kind" = $14, "parked_at" = $15, "parked_ms" = $16, "held_ms" = $17, "reason" = $18
	where "hall" = $19
	and "id" = $20;
update "queue_day"
	set "waiting" = "waiting" - $1
	where "hall" = $2
	and "queue" = $3
	and "day" = $4;

-- tickets.saveLeg, returned
update "leg"
	set "state" = $1, "outcome" = $2, "rank_at" = $3, "head_start_ms" = $4, "window" = $5, "staff" = $6, "for_window" = $7, "for_staff" = $8, "called_at" = $9, "started_at" = $10, "ended_at" = $11, "calls" = $12, "misses" = $13, "park_kind" = $14, "parked_at" = $15, "parked_ms" = $16, "held_ms" = $17, "reason" = $18
	where "hall" = $19
	and "id" = $20;
insert into "queue_day" ("hall", "queue", "day", "last_number", "waiting")
	values ($1, $2, $3, $4, $5)
	on conflict ("hall", "queue", "day") do update
	set "waiting" = "queue_day"."waiting" + $6;

-- tickets.saveTicket
update "ticket"
	set "state" = $1, "leg" = $2, "class" = $3, "claim" = $4, "steps" = $5, "ended_at" = $6, "reason" = $7
	where "hall" = $8
	and "id" = $9;

-- tickets.removeLeg
delete
	from "leg"
	where "hall" = $1
	and "id" = $2;
update "queue_day"
	set "waiting" = "waiting" - $1
	where "hall" = $2
	and "queue" = $3
	and "day" = $4;

-- order.firstWaiting
select "leg".*, "ticket"."number", "ticket"."class", "ticket"."claim", "ticket"."steps", "ticket"."created_at", "ticket"."token"
	from "leg"
	inner join "ticket" on "ticket"."hall" = "leg"."hall"
	and "ticket"."id" = "leg"."ticket"
	where "leg"."hall" = $1
	and "leg"."queue" = $2
	and "leg"."state" = 'waiting'
	and ("leg"."for_window" is null or "leg"."for_window" = $3)
	and ("leg"."for_staff" is null or "leg"."for_staff" = $4)
	order by "leg"."rank_at", "leg"."id"
	limit $5;

-- order.nextNumbers
select "ticket"."number", "leg"."rank_at"
	from "leg"
	inner join "ticket" on "ticket"."hall" = "leg"."hall"
	and "ticket"."id" = "leg"."ticket"
	where "leg"."hall" = $1
	and "leg"."queue" = $2
	and "leg"."state" = 'waiting'
	order by "leg"."rank_at", "leg"."id"
	limit $3;

-- order.heldLegs
select "leg".*, "ticket"."number", "ticket"."class", "ticket"."claim", "ticket"."steps", "ticket"."created_at", "ticket"."token"
	from "leg"
	inner join "ticket" on "ticket"."hall" = "leg"."hall"
	and "ticket"."id" = "leg"."ticket"
	where "leg"."hall" = $1
	and "leg"."state" in ('parked', 'missed')
	order by "leg"."id";

-- order.legsOpenUpTo
select *
	from "leg"
	where "hall" = $1
	and "state" <> 'ended'
	and "day" <= $2
	order by "id";

-- calls.addCall
insert into "call" ("hall", "id", "day", "leg", "ticket", "number", "zone", "window", "staff", "kind", "at", "why")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- calls.recentCalls
select *
	from "call"
	where "hall" = $1
	and "day" = $2
	and "zone" = $3
	order by "id" desc
	limit $4;

-- calls.getCall
select *
	from "call"
	where "hall" = $1
	and "id" = $2;

-- calls.lastCallOf
select *
	from "call"
	where "hall" = $1
	and "leg" = $2
	order by "id" desc
	limit $3;

-- calls.receiptsOf
select *
	from "receipt"
	where "hall" = $1
	and "call" = $2;

-- broadcast-receipts.broadcastReceipts
select *
	from "broadcast_receipt"
	where "hall" = $1
	and "broadcast" >= $2
	order by "broadcast", "device", "channel";

-- calls.removeCall
delete
	from "receipt"
	where "hall" = $1
	and "call" = $2;
delete
	from "call"
	where "hall" = $1
	and "id" = $2;

-- calls.unspokenSince
select *
	from "call"
	where "hall" = $1
	and "day" = $2
	and "zone" = $3
	and "at" >= $4
	and not exists (select "receipt"."call"
	from "receipt"
	where "receipt"."hall" = "call"."hall"
	and "receipt"."call" = "call"."id"
	and "receipt"."channel" = $5)
	order by "id";

-- ledger.ledgerLine
insert into "ledger" ("hall", "seq", "at", "day", "act", "actor", "ticket", "window", "queue", "body", "prior", "salt", "hash")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- ledger.linesAfter
select *
	from "ledger"
	where "hall" = $1
	and "seq" > $2
	order by "seq"
	limit $3;

-- ledger.linesOfTicket
select *
	from "ledger"
	where "hall" = $1
	and "ticket" = $2
	order by "seq";

-- ledger.hashOf
select "hash"
	from "ledger"
	where "hall" = $1
	and "seq" = $2;

-- ledger.headOf
select "seq", "head" as "hash"
	from "hall"
	where "id" = $1;

-- ledger.linesAt
select *
	from "ledger"
	where "hall" = $1
	and "seq" in ($2, $3)
	order by "seq";

-- ledger.callsBetween
select *
	from "ledger"
	where "hall" = $1
	and "window" in ($2, $3)
	and "seq" > $4
	and "seq" < $5
	and "act" = $6
	order by "seq";

-- ledger.newestOfTicket
select "seq"
	from "ledger"
	where "hall" = $1
	and "ticket" = $2
	order by "seq" desc
	limit $3;

-- ledger.lastActAt
select *
	from "ledger"
	where "hall" = $1
	and "window" = $2
	and "ticket" is not null
	order by "seq" desc
	limit $3;

-- day-heads.unsigned
select "ledger"."seq", "ledger"."day", "ledger"."hash"
	from "ledger" left join "day_head" on "day_head"."hall" = "ledger"."hall"
	and "day_head"."seq" = "ledger"."seq"
	where "ledger"."hall" = $1
	and "ledger"."act" = 'day.closed'
	and "ledger"."hash" <> ''
	and "day_head"."seq" is null
	order by "ledger"."seq";

-- day-heads.newestHead
select *
	from "day_head"
	where "hall" = $1
	order by "seq" desc
	limit $2;

-- slips.addSlip
insert into "slip" ("hall", "id", "day", "kind", "ticket", "group", "printer", "state", "attempts", "reprint_of", "body", "reason", "created_at", "changed_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- slips.nextSlip
select *
	from "slip"
	where "hall" = $1
	and "group" = $2
	and "state" = 'queued'
	order by "id"
	limit $3;

-- slips.moveSlip
update "slip"
	set "state" = $1, "printer" = $2, "attempts" = $3, "reason" = $4, "changed_at" = $5
	where "hall" = $6
	and "id" = $7
	and "state" = $8;

-- slips.slipsInWork
select *
	from "slip"
	where "hall" = $1
	and "state" = 'sent'
	and "reason" is null;

-- slips.queuedOf
select *
	from "slip"
	where "hall" = $1
	and "group" = $2
	and "state" = 'queued'
	and "created_at" < $3
	order by "id"
	limit $4;

-- slips.queuedSlips
select "group", count(*) as "n"
	from "slip"
	where "hall" = $1
	and "state" = 'queued'
	group by "group";

-- slips.newestSlips
select *
	from "slip"
	where "hall" = $1
	order by "id" desc
	limit $2;

-- slips.lastSlipOf
select *
	from "slip"
	where "hall" = $1
	and "ticket" = $2
	order by "id" desc
	limit $3;

-- windows.getWindow
select *
	from "window"
	where "hall" = $1
	and "code" = $2;

-- windows.activeWindows
select *
	from "window"
	where "hall" = $1
	and "active" = $2;

-- windows.windowOfStaff
select *
	from "window"
	where "hall" = $1
	and "staff" = $2;

-- windows.setWindowLeg
update "window"
	set "leg" = $1
	where "hall" = $2
	and "code" = $3;

-- windows.saveWindow
update "window"
	set "state" = $1, "reason" = $2, "staff" = $3, "since" = $4, "leg" = $5, "until_at" = $6, "hand_to" = $7
	where "hall" = $8
	and "code" = $9;
update "window_span"
	set "to_at" = $1
	where "hall" = $2
	and "window" = $3
	and "to_at" is null;
insert into "window_span" ("hall", "id", "window", "state", "reason", "staff", "from_at", "to_at", "until_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- ratings.ratingsOf
select *
	from "rating"
	where "hall" = $1
	and "ticket" = $2;

-- ratings.ratingOf
select *
	from "rating"
	where "hall" = $1
	and "leg" = $2;

-- notices.getNotice
select *
	from "notice"
	where "hall" = $1
	and "id" = $2;

-- notices.noticeByIntent
select *
	from "notice"
	where "hall" = $1
	and "intent" = $2;

-- notices.noticeByCode
select *
	from "notice"
	where "hall" = $1
	and "code" = $2;

-- notices.noticeAfter
select *
	from "notice"
	where "hall" = $1
	and "earlier" = $2
	and "earlier" is not null
	and "state" <> 'void'
	order by "id" desc
	limit $3;

-- notices.noticeOfMatter
select *
	from "notice"
	where "hall" = $1
	and "matter_hash" = $2
	and "matter_hash" is not null
	and "kind" = $3
	and "state" in ($4, $5)
	and "day" >= $6
	order by "id" desc
	limit $7;

-- notices.noticesOfTicket
select *
	from "notice"
	where "hall" = $1
	and "ticket" = $2
	order by "id";

-- notices.forgetMatters
update "notice"
	set "matter_hash" = $1
	where "hall" = $2
	and "matter_hash" is not null
	and ("day" < $3 or "state" not in ($4, $5));

-- notices.lastToldAt
select *
	from "notice"
	where "hall" = $1
	and "day" = $2
	and "window" = $3
	order by "id" desc
	limit $4;

-- notices.noticesBetween
select *
	from "notice"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	order by "id";

-- intakes.intakesOf
select *
	from "intake"
	where "hall" = $1
	and "ticket" = $2
	order by "id";

-- intakes.openIntake
select *
	from "intake"
	where "hall" = $1
	and "ticket" = $2
	and "item" = $3
	and "state" = 'open';

-- intakes.openIntakes
select "intake".*, "ticket"."number", "ticket"."state" as "ticket_state"
	from "intake"
	inner join "ticket" on "ticket"."hall" = "intake"."hall"
	and "ticket"."id" = "intake"."ticket"
	where "intake"."hall" = $1
	and "intake"."state" = 'open'
	order by "intake"."limit_at", "intake"."id";

-- intakes.runningIntake
select "intake".*, "ticket"."number", "ticket"."state" as "ticket_state"
	from "intake"
	inner join "ticket" on "ticket"."hall" = "intake"."hall"
	and "ticket"."id" = "intake"."ticket"
	where "intake"."hall" = $1
	and "intake"."state" = 'open'
	and "intake"."id" = $2;

-- intakes.intakesBetween
select *
	from "intake"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	order by "id";

-- intakes.trueWillsOf
select *
	from "true_will"
	where "hall" = $1
	and "ticket" = $2
	order by "id";

-- rating-asks.addAsk
insert into "rating_ask" ("hall", "leg", "ticket", "day", "window", "staff", "token", "asked_at", "window_shown_at", "phone_shown_at")
	values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- rating-asks.askOf
select *
	from "rating_ask"
	where "hall" = $1
	and "leg" = $2;

-- rating-asks.newestAsk
select *
	from "rating_ask"
	where "hall" = $1
	and "window" = $2
	order by "asked_at" desc, "leg" desc
	limit $3;

-- rating-asks.removeAsk
delete
	from "rating_ask"
	where "hall" = $1
	and "leg" = $2;

-- rating-asks.markShown
update "rating_ask"
	set "window_shown_at" = $1
	where "hall" = $2
	and "leg" = $3
	and "window_shown_at" is null;

-- rating-papers.openPaperOf
select *
	from "rating_paper"
	where "hall" = $1
	and "leg" = $2
	and "state" = 'entered';

-- rating-papers.openPapers
select "rating_paper"."leg", "leg"."day", "ticket"."number", "leg"."window", "leg"."staff", "rating_paper"."entered_by", "rating_paper"."entered_at"
	from "rating_paper"
	inner join "leg" on "leg"."hall" = "rating_paper"."hall"
	and "leg"."id" = "rating_paper"."leg"
	inner join "ticket" on "ticket"."hall" = "rating_paper"."hall"
	and "ticket"."id" = "rating_paper"."ticket"
	where "rating_paper"."hall" = $1
	and "rating_paper"."state" = 'entered'
	order by "rating_paper"."leg";

-- rating-figures.countRatings
select substr(rating_ask.day, 1, 7) as "month", "rating_ask"."window", "rating_ask"."staff", "leg"."item", "rating"."grade", case when "case".outcome = 'mistaken' then 1 else 0 end as "mistaken", count(*) as "n", count(coalesce(window_shown_at, phone_shown_at)) as "shown", count("rating"."efficiency") as "efficiency_n", sum("rating"."efficiency") as "efficiency", count("rating"."competence") as "competence_n", sum("rating"."competence") as "competence", count("rating"."attitude") as "attitude_n", sum("rating"."attitude") as "attitude"
	from "rating_ask"
	inner join "leg" on "leg"."hall" = "rating_ask"."hall"
	and "leg"."id" = "rating_ask"."leg" left join "rating" on "rating"."hall" = "rating_ask"."hall"
	and "rating"."leg" = "rating_ask"."leg" left join "case" on "case"."hall" = "rating"."hall"
	and "case"."id" = "rating"."case_id"
	where "rating_ask"."hall" = $1
	and "rating_ask"."day" >= $2
	and "rating_ask"."day" <= $3
	group by substr(rating_ask.day, 1, 7), "rating_ask"."window", "rating_ask"."staff", "leg"."item", "rating"."grade", case when "case".outcome = 'mistaken' then 1 else 0 end;

-- rating-figures.badRatings
select "rating"."leg", "rating"."window", "rating"."staff", "case"."id", "case"."kind", "case"."state", "case"."stage", "case"."outcome", "case"."opened_at", "case"."given_at", "case"."closed_at", "case"."item"
	from "rating"
	inner join "case" on "case"."hall" = "rating"."hall"
	and "case"."id" = "rating"."case_id"
	where "rating"."hall" = $1
	and "rating"."day" >= $2
	and "rating"."day" <= $3
	order by "case"."id";

-- rating-figures.actsIn
select "case_line"."case", "case_line"."act", "ledger"."at"
	from "case_line"
	inner join "ledger" on "ledger"."hall" = "case_line"."hall"
	and "ledger"."seq" = "case_line"."line"
	where "case_line"."hall" = $1
	and "case_line"."case" in ($2, $3);

-- cases.getCase
select *
	from "case"
	where "hall" = $1
	and "id" = $2;

-- cases.caseByIntent
select *
	from "case"
	where "hall" = $1
	and "intent" = $2;

-- cases.casesOfTicket
select *
	from "case"
	where "hall" = $1
	and "ticket" = $2
	and "ticket" is not null
	order by "id";

-- cases.saveCase
update "case"
	set "state" = $1, "stage" = $2, "outcome" = $3, "urgent" = $4, "staged_at" = $5, "closed_at" = $6, "owner" = $7, "offered_to" = $8, "offered_by" = $9, "offered_at" = $10, "moved_by" = $11, "given_at" = $12, "due_at" = $13, "next_at" = $14, "reminded" = $15, "escalated" = $16, "asked" = $17, "extended" = $18, "late" = $19, "explained" = $20, "offered_desk" = $21, "offered_department" = $22, "offered_place_at" = $23, "desk" = $24, "department" = $25, "joined_to" = $26, "told_at" = $27, "told_way" = $28, "reopened_at" = $29
	where "hall" = $30
	and "id" = $31;

-- cases.casesForClock
select *
	from "case"
	where "hall" = $1
	and "next_at" is not null
	and "next_at" <= $2
	order by "next_at"
	limit $3;

-- cases.caseByCode
select *
	from "case"
	where "hall" = $1
	and "code" = $2
	and "code" is not null;

-- cases.casesJoinedTo
select *
	from "case"
	where "hall" = $1
	and "joined_to" = $2
	and "joined_to" is not null
	order by "id";

-- case-lists.openCasesOf
select *
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "owner" = $2;
select *
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "first_owner" = $2;
select *
	from "case"
	where "hall" = $1
	and "offered_to" = $2
	and "offered_to" is not null;
select *
	from "case"
	where "hall" = $1
	and "offered_desk" = $2
	and "offered_desk" is not null;
select *
	from "case"
	where "hall" = $1
	and "offered_department" = $2
	and "offered_department" is not null;

-- case-lists.offeredCases
select *
	from "case"
	where "hall" = $1
	and "offered_to" = $2
	and "offered_to" is not null;
select *
	from "case"
	where "hall" = $1
	and "offered_desk" = $2
	and "offered_desk" is not null;
select *
	from "case"
	where "hall" = $1
	and "offered_department" = $2
	and "offered_department" is not null;

-- case-lists.countOpenOf
select "due_at"
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "owner" = $2;

-- case-lists.openByOwner
select "owner", count(*) as "n"
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "kind" in ($2, $3)
	group by "owner";

-- case-lists.openCases
select *
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "due_at" is not null
	order by "due_at"
	limit $2;
select *
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "due_at" is null
	order by "id"
	limit $2;

-- case-lists.openCases, of a kind
select *
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "kind" = $2
	and "due_at" is not null
	order by "due_at"
	limit $3;
select *
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "kind" = $2
	and "due_at" is null
	order by "id"
	limit $3;

-- case-lists.openCasesWith
select *
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "department" = $2
	and "kind" in ($3)
	order by due_at is null, "due_at", "id"
	limit $4;

-- case-lists.overdueCases
select *
	from "case"
	where "hall" = $1
	and "state" = 'open'
	and "due_at" < $2
	order by "due_at"
	limit $3;

-- complaints.getComplaint
select *
	from "complaint"
	where "hall" = $1
	and "id" = $2;

-- complaints.petitionFrom
select *
	from "complaint"
	where "hall" = $1
	and "kind" = $2
	and "from_case" = $3;

-- complaints.complaintsSince
select *
	from "complaint"
	where "hall" = $1
	and "kind" = $2
	and "day" >= $3
	order by "day" desc, "id" desc
	limit $4;

-- complaints.wordsOf
select "case", "text"
	from "case_line"
	where "hall" = $1
	and "case" in ($2, $3)
	and "act" = $4;

-- complaints.forgetPhones
update "complaint"
	set "phone_hash" = $1
	where "hall" = $2
	and "phone_hash" is not null
	and "day" < $3;

-- complaints.complaintCases, all
select "case".*, "complaint"."class", "complaint"."route"
	from "complaint" cross join "case"
	where "case"."hall" = $1
	and "complaint"."hall" = $2
	and "complaint"."id" = "case"."id"
	and ("case"."concerned" is null or "case"."concerned" != $3)
	order by "complaint"."id" desc
	limit $4;

-- complaints.complaintCases, open
select "case".*, "complaint"."class", "complaint"."route"
	from "case" cross join "complaint"
	where "case"."hall" = $1
	and "complaint"."hall" = $2
	and "complaint"."id" = "case"."id"
	and ("case"."state" = 'open'
	and "case"."kind" in ($3, $4, $5))
	order by "case".id + 0 desc
	limit $6;

-- complaints.complaintCases, overdue
select "case".*, "complaint"."class", "complaint"."route"
	from "case" cross join "complaint"
	where "case"."hall" = $1
	and "complaint"."hall" = $2
	and "complaint"."id" = "case"."id"
	and ("case"."state" = 'open'
	and "case"."kind" in ($3, $4, $5)
	and "case"."due_at" < $6)
	order by "case".id + 0 desc
	limit $7;

-- complaints.complaintCases, mine
select "case".*, "complaint"."class", "complaint"."route"
	from "case" cross join "complaint"
	where "case"."hall" = $1
	and "complaint"."hall" = $2
	and "complaint"."id" = "case"."id"
	and ("case"."state" = 'open'
	and "case"."kind" in ($3, $4, $5)
	and ("case"."owner" = $6 or "case"."first_owner" = $7 or "case"."offered_to" = $8))
	order by "case".id + 0 desc
	limit $9;

-- complaints.complaintCases, of a class
select "case".*, "complaint"."class", "complaint"."route"
	from "complaint" cross join "case"
	where "case"."hall" = $1
	and "complaint"."hall" = $2
	and "complaint"."id" = "case"."id"
	and ("complaint"."class" = $3
	and "complaint"."id" < $4
	and "case"."state" = 'closed')
	order by "complaint"."id" desc
	limit $5;

-- complaint-figures.complaintsBetween
select "complaint"."id", "complaint"."kind", "class", "route", "complaint"."department", "complaint"."window", "complaint"."item", "cause", "origin", "case"."state", "case"."outcome", "case"."late"
	from "complaint"
	inner join "case" on "case"."hall" = "complaint"."hall"
	and "case"."id" = "complaint"."id"
	where "complaint"."hall" = $1
	and "complaint"."day" >= $2
	and "complaint"."day" <= $3;

-- complaint-figures.actsOfCases
select "case", "act"
	from "case_line"
	where "hall" = $1
	and "case" >= $2
	and "case" <= $3
	and "act" in ($4)
	group by "case", "act";

-- complaint-figures.opinionsByKind
select "kind", count(*) as "n"
	from "opinion"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	group by "kind";

-- cases.casesBetween
select *
	from "case"
	where "hall" = $1
	and "kind" = $2
	and "day" >= $3
	and "day" <= $4
	order by "id";

-- cases.historyOfCase
select "case_line".*, "ledger"."at", "ledger"."day", "ledger"."actor", "ledger"."body"
	from "case_line"
	inner join "ledger" on "ledger"."hall" = "case_line"."hall"
	and "ledger"."seq" = "case_line"."line"
	where "case_line"."hall" = $1
	and "case_line"."case" = $2
	order by "case_line"."line";

-- cases.actsDone
select "act", count(*) as "n"
	from "case_line"
	where "hall" = $1
	and "case" = $2
	group by "act";

-- cases.evidenceOf
select *
	from "case_evidence"
	where "hall" = $1
	and "case" = $2
	order by "line";

-- matters.getMatter
select *
	from "matter"
	where "hall" = $1
	and "case" = $2;

-- matters.matterOfLeg
select *
	from "matter"
	where "hall" = $1
	and "leg" = $2;

-- matters.mattersOfTicket
select *
	from "matter"
	where "hall" = $1
	and "ticket" = $2
	order by "case";

-- matters.deliveryOf
select *
	from "delivery"
	where "hall" = $1
	and "case" = $2
	order by "id" desc
	limit $3;

-- personal.personalOf
select *
	from "personal"
	where "hall" = $1
	and "subject" = $2
	and "of" = $3
	order by "field";

-- personal.personalDue
select *
	from "personal"
	where "hall" = $1
	and "sealed" is not null
	and "delete_at" <= $2
	order by "delete_at"
	limit $3;

-- greetings.greetingsOf
select *
	from "greeting"
	where "hall" = $1
	and "leg" = $2;

-- greetings.lastEndedAt
select "id", "ticket", "staff", "ended_at"
	from "leg"
	where "hall" = $1
	and "day" = $2
	and "window" = $3
	and "state" = 'ended'
	and "started_at" is not null
	order by "ended_at" desc, "id" desc
	limit $4;

-- greetings.servicesBy
select "day", "window", "staff", count(*) as "services"
	from "leg"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	and "state" = 'ended'
	and "started_at" is not null
	and "staff" is not null
	and "window" = $4
	group by "day", "window", "staff";

-- greetings.marksBy
select "day", "window", "staff", "mark", count(*) as "marks"
	from "greeting"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	and "window" = $4
	group by "day", "window", "staff", "mark";

-- opinions.opinionByIntent
select *
	from "opinion"
	where "hall" = $1
	and "intent" = $2;

-- opinions.opinionsOfTicket
select *
	from "opinion"
	where "hall" = $1
	and "ticket" = $2;

-- opinions.opinionsBetween
select *
	from "opinion"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	order by "id" desc
	limit $4;

-- opinions.overridesBetween
select *
	from "wording_override"
	where "hall" = $1
	and "day" >= $2
	and "day" <= $3
	order by "line", "n";

-- served.servedToday
select "outcome", count(*) as "n", sum(ended_at - coalesce(started_at, ended_at) - parked_ms) as "ms"
	from "leg"
	where "hall" = $1
	and "day" = $2
	and "window" = $3
	and "state" = 'ended'
	group by "outcome";
