/**
 * The tables as types, the stored words as constants, and the glossary of the hall.
 *
 * hall 大厅: a building. zone 分厅: a part of it with its own desk, screens and queues.
 * queue 队列: one line of waiting tickets, with a prefix. item 事项: a service one comes for.
 * window 窗口: a counter with a clerk; serves some queues.
 * ticket 号票: one number on one service day, one person's stay.
 * appointment 预约: a place kept for a visitor at a slot 时段 of one day; checked in, it becomes a ticket.
 * leg 环节: one stay of a ticket in one queue; a transfer or a chain starts the next leg.
 * call 呼叫: one time a window asked for a ticket.
 * head start 先行分钟: minutes by which a leg counts as older than it is.
 * rating 评价: what a visitor thinks of one service, by five fixed grades. bad rating 差评: one of the two lowest.
 * ask 邀评: that a service which has ended is asked to be rated, at the window and on the phone, by the system itself.
 * case 个案: something with an owner, a due time and an end: a matter, a bad rating, a complaint. stage 阶段: where it stands.
 * first owner 首问: who was asked first, and stays named whoever owns the case later. evidence 证据: what was known, frozen.
 * code 查询码: twelve digits by which a visitor follows a case or comes back to a notice. joined 并案: the same matter told twice, one case goes on.
 * complaint 投诉: what somebody says was done wrong, looked into and answered. unsolved 办不成事: what no window could solve.
 * petition 信访: a matter under the law of petitions, on its own calendar.
 * matter 办件: what was accepted at a window and is not done on the spot; its promised day 承诺时限 and legal day 法定时限 are in working days.
 * rating 评价: what a visitor thinks of one service, by five fixed grades.
 * notice 一次性告知单: all missing materials, told once, in writing; also a refusal 不予办理告知 and any other no 否定答复.
 * intake 收件: an application's papers taken in; from then on the law's clock runs.
 * greeting 三声: one of the three marks of a service that a clerk sets: welcomed, answered, seen off.
 * opinion 意见: what a visitor says of a service or the hall: opinion, criticism, praise or complaint.
 * lease 离线号段: a small block of numbers that one kiosk may give while it has no line, reported when it is back.
 * agent 代理: a program on another machine, such as a kiosk PC, that drives what hangs on it. enrolled 登记: it has a key of its own, by a code that serves once.
 * slip 小票: anything that comes out of a printer.
 * ledger 台账: what happened, one line an act, numbered without a gap per hall. Its number is the hall's event sequence.
 * chain 链: each line of the ledger bears a hash of itself and of the lines before it. head 链头: the newest line's number and hash.
 * alarm 告警: something that calls for somebody until its cause is gone.
 * wrap-up 整理: a window between two visitors, finishing what belongs to the last one.
 * entry 词条: what the knowledge base tells of one thing, in versions. authorised 授权: the desk may answer with it.
 * question 疑问: what could not be answered at once, with owner and deadline. message 留言: what a visitor left to be answered.
 * liaison 联络员: speaks for a department. referral 指引单: where somebody was sent, and how to get there.
 * order 工单: what the 12345 hotline of a city sends to be answered. task 交办: what the bureau or a round of inspection gives to be done.
 * note 内部通知: what is told to staff, and who has read it. inspection 巡查: a round through the areas, each scored by criteria.
 * care 关照: what goes with a number beyond its place: the proof seen, companions, who accompanies the visitor.
 * help 求助: a call of somebody who needs a person to come, from a kiosk or a phone.
 * incident 突发事件: what happens in the hall and is dealt with at once. broadcast 应急广播: something told on every screen, voice and board at once;
 * drill 演练. loan 借用: something lent at a desk. free service 便民服务: copying, terminals and the like, with its state.
 * telephone call 来电: one that came in on a line of the hall; summed up 小结 by its class. seat 坐席: how a member of staff stands to the telephone.
 * nuisance caller 骚扰来电: whose calls are held back for a time, once a supervisor has confirmed it.
 * watch 值守: that which looks at every device, knows how it stands and since when. roll 纸卷. off 停用: taken out of work by hand.
 * staff number 工号: how the public knows a member of staff.
 * service day 业务日: the hall's calendar day, `YYYY-MM-DD` in the hall's time zone.
 *
 * Every time is an integer of milliseconds since 1970 (UTC); every `body`, `why` and `wanted` is JSON text.
 * The hall is the first column of every key, so halls can share a database and be split by it.
 * Ids of tickets, legs, calls and slips are the ledger number of the act that made them.
 */

import type {
	AppointmentRow,
	QueueDayRow,
	TicketRow,
	LegRow,
	CallRow,
	ReceiptRow,
	LedgerRow,
	DayHeadRow,
	SlipRow,
	BoardRow,
	ForecastRow
} from './rows-day.ts';
import type {
	HallRow,
	ZoneRow,
	QueueRow,
	WindowRow,
	WindowSpanRow,
	WindowTextRow,
	AlarmRow,
	ItemRow,
	DeviceRow,
	StaffRow,
	SessionRow,
	SignInLinkRow,
	ApiKeyRow
} from './rows-hall.ts';
import type { AgentCodeRow, AgentKeyRow } from './rows-agents.ts';
import type { HouseTables } from './rows-house.ts';
import type { CareRow } from './rows-care.ts';
import type { BoardCheckRow } from './rows-boards.ts';
import type { DeviceTables } from './rows-devices.ts';
import type { HelpRow } from './rows-help.ts';
import type { ScreenSeenRow } from './rows-screens.ts';
import type { KioskSeenRow, LeaseNumberRow, LeaseRow } from './rows-leases.ts';
import type { KnowledgeAskedRow, KnowledgeRow } from './rows-knowledge.ts';
import type { QuestionRow, ReferralRow } from './rows-questions.ts';
import type {
	BroadcastReceiptRow,
	BroadcastRow,
	FreeServiceRow,
	IncidentRow,
	LoanRow,
	ServiceSpanRow,
	StockChangeRow
} from './rows-incidents.ts';
import type { IntakeRow, NoticeRow, TrueWillRow } from './rows-notices.ts';
import type { CaseEvidenceRow, CaseLineRow, CaseRow } from './rows-cases.ts';
import type { ComplaintRow } from './rows-complaints.ts';
import type { DeliveryRow, MatterRow, PersonalRow } from './rows-matters.ts';
import type { GreetingRow, OpinionRow, WordingOverrideRow } from './rows-talk.ts';
import type { RatingAskRow, RatingPaperRow, RatingRow } from './rows-rating.ts';
import type {
	PhoneActRow,
	PhoneCallRow,
	PhoneEventRow,
	PhoneMessageRow,
	PhoneNuisanceRow,
	PhoneSpanRow
} from './rows-telephone.ts';

export type * from './rows-agents.ts';
export type * from './rows-care.ts';
export type * from './rows-cases.ts';
export type * from './rows-complaints.ts';
export type * from './rows-day.ts';
export type * from './rows-devices.ts';
export type * from './rows-hall.ts';
export * from './rows-house.ts';
export * from './rows-boards.ts';
export * from './rows-help.ts';
export * from './rows-leases.ts';
export * from './rows-screens.ts';
export type * from './rows-incidents.ts';
export type * from './rows-knowledge.ts';
export type * from './rows-notices.ts';
export type * from './rows-questions.ts';
export type * from './rows-matters.ts';
export type * from './rows-rating.ts';
export type * from './rows-talk.ts';
export type * from './rows-telephone.ts';
export * from './words.ts';
export * from './words-complaints.ts';
export * from './words-talk.ts';
export * from './words-knowledge.ts';
export * from './words-questions.ts';
export * from './words-cases.ts';
export * from './words-incidents.ts';
export * from './words-telephone.ts';
export * from './words-devices.ts';

export interface Tables extends HouseTables, DeviceTables {
	hall: HallRow;
	zone: ZoneRow;
	queue: QueueRow;
	window: WindowRow;
	window_span: WindowSpanRow;
	window_text: WindowTextRow;
	alarm: AlarmRow;
	item: ItemRow;
	device: DeviceRow;
	staff: StaffRow;
	session: SessionRow;
	sign_in_link: SignInLinkRow;
	api_key: ApiKeyRow;
	queue_day: QueueDayRow;
	ticket: TicketRow;
	leg: LegRow;
	call: CallRow;
	receipt: ReceiptRow;
	ledger: LedgerRow;
	day_head: DayHeadRow;
	slip: SlipRow;
	board: BoardRow;
	board_check: BoardCheckRow;
	forecast: ForecastRow;
	appointment: AppointmentRow;
	rating: RatingRow;
	notice: NoticeRow;
	intake: IntakeRow;
	true_will: TrueWillRow;
	greeting: GreetingRow;
	opinion: OpinionRow;
	wording_override: WordingOverrideRow;
	rating_ask: RatingAskRow;
	rating_paper: RatingPaperRow;
	case: CaseRow;
	case_line: CaseLineRow;
	case_evidence: CaseEvidenceRow;
	complaint: ComplaintRow;
	matter: MatterRow;
	delivery: DeliveryRow;
	personal: PersonalRow;
	knowledge: KnowledgeRow;
	knowledge_asked: KnowledgeAskedRow;
	question: QuestionRow;
	referral: ReferralRow;
	care: CareRow;
	help: HelpRow;
	lease: LeaseRow;
	lease_number: LeaseNumberRow;
	kiosk_seen: KioskSeenRow;
	screen_seen: ScreenSeenRow;
	agent_code: AgentCodeRow;
	agent_key: AgentKeyRow;
	incident: IncidentRow;
	broadcast: BroadcastRow;
	broadcast_receipt: BroadcastReceiptRow;
	loan: LoanRow;
	stock_change: StockChangeRow;
	free_service: FreeServiceRow;
	service_span: ServiceSpanRow;
	phone_call: PhoneCallRow;
	phone_event: PhoneEventRow;
	phone_act: PhoneActRow;
	phone_span: PhoneSpanRow;
	phone_nuisance: PhoneNuisanceRow;
	phone_message: PhoneMessageRow;
}
