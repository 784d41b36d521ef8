/** The live line, both directions. Types only: imported by the gateway and by pages. Names are noun:past-verb. */
import type {
	BoardView,
	BroadcastView,
	CaseList,
	CasesView,
	ComplaintsView,
	CallView,
	ConsoleView,
	DeskView,
	HelpView,
	IncidentsView,
	KioskItem,
	KioskPaper,
	KioskView,
	QuestionsView,
	NotesView,
	OrderList,
	OrdersView,
	RateView,
	ScreenReport,
	SuperviseView,
	TaskList,
	TasksView,
	TelephoneView,
	TextScreenView,
	WatchView,
	TicketView,
	WindowScreenView,
	ZoneChange
} from '#server/views.ts';
import type { LinesView } from '#server/commission/view.ts';
import type { DevicesView } from '#server/devices/view.ts';
import type { RefusalCode } from '#server/rules/refusal.ts';
import type { PadAction } from '#server/setup/schema.ts';

/** What a page may watch; each is a room, and its snapshot comes with the answer. */
export interface Watched {
	zone: { key: string; view: BoardView };
	'window-screen': { key: string; view: WindowScreenView };
	/** the screen of a window that faces the visitor */
	'text-screen': { key: string; view: TextScreenView };
	console: { key: string; view: ConsoleView };
	ticket: { key: string; view: TicketView };
	kiosk: { key: string; view: KioskView };
	devices: { key: ''; view: DevicesView };
	/** lines of LED boards, and the check of one of them */
	lines: { key: ''; view: LinesView };
	/** every device and how it stands */
	watch: { key: ''; view: WatchView };
	/** the code of a guide desk, or empty for a seat that looks after the whole hall */
	desk: { key: string; view: DeskView };
	supervise: { key: ''; view: SuperviseView };
	/** one of the lists of the cases page */
	/** a list, and after a blank the kind it is filtered by */
	cases: { key: CaseList | `${CaseList} ${string}`; view: CasesView };
	/** one of the lists of 12345 orders, or of tasks */
	orders: { key: OrderList; view: OrdersView };
	tasks: { key: TaskList; view: TasksView };
	/** notes to staff, for who reads and for who writes them */
	notes: { key: ''; view: NotesView };
	/** a call for help, by its token */
	help: { key: string; view: HelpView };
	/** complaints as they are filtered: `list=closed&class=conduct` */
	complaints: { key: string; view: ComplaintsView };
	questions: { key: ''; view: QuestionsView };
	/** the page of incidents and broadcasts */
	incidents: { key: ''; view: IncidentsView };
	/** the tablet at a window */
	rate: { key: string; view: RateView };
	telephone: { key: ''; view: TelephoneView };
}
export type Room = keyof Watched;

/** One spoken call: a clip that holds every language and repetition, ready to play. */
export interface Announcement {
	/** the call's id; also the order of speaking */
	id: number;
	zone: string;
	/** what is said, for the deaf and for the device page */
	text: string;
	/** address of the WAV on this server */
	audio: string;
	seconds: number;
	/** 0 to 1, by the time of the day */
	volume: number;
	/** of its zone: the higher is said first */
	priority: number;
	at: number;
	/** not to be spoken after this moment: the visitor has come, or the call is stale */
	until: number;
}

export interface ServerToClient {
	/** every two seconds, so a page knows that it is not stale */
	'hall:beat': (at: number, seq: number) => void;
	'zone:changed': (change: ZoneChange) => void;
	'window-screen:changed': (view: WindowScreenView) => void;
	'text-screen:changed': (view: TextScreenView) => void;
	'console:changed': (view: ConsoleView) => void;
	'ticket:changed': (view: TicketView) => void;
	'kiosk:changed': (change: KioskChange) => void;
	'devices:changed': (view: DevicesView) => void;
	'lines:changed': (view: LinesView) => void;
	'watch:changed': (view: WatchView) => void;
	'desk:changed': (view: DeskView) => void;
	'supervise:changed': (view: SuperviseView) => void;
	'cases:changed': (view: CasesView) => void;
	'orders:changed': (view: OrdersView) => void;
	'tasks:changed': (view: TasksView) => void;
	'notes:changed': (view: NotesView) => void;
	'help:changed': (view: HelpView) => void;
	'complaints:changed': (view: ComplaintsView) => void;
	'questions:changed': (view: QuestionsView) => void;
	'rate:changed': (view: RateView) => void;
	'incidents:changed': (view: IncidentsView) => void;
	/** what is told to the whole hall now, or null; also to everybody who comes on the line */
	'broadcast:changed': (now: BroadcastView | null) => void;
	'telephone:changed': (view: TelephoneView) => void;
	'call:announced': (announcement: Announcement) => void;
	/** a key of the call pad was not granted */
	'pad:refused': (action: PadAction, code: RefusalCode) => void;
	/** a code was held before the scanner of this kiosk */
	'code:scanned': (text: string) => void;
	/** the hall file was applied anew: load the page again */
	'hall:applied': () => void;
}

export interface KioskChange extends KioskPaper {
	seq: number;
	services: KioskView['services'];
	/** per queue */
	queues: Record<string, Pick<KioskItem, 'ahead' | 'wait' | 'advice'>>;
}

export type Snapshot<V> = { ok: true; view: V } | { ok: false; code: string };

export interface ClientToServer {
	'room:watched': (room: Room, key: string, answer: (snapshot: Snapshot<Watched[Room]['view']>) => void) => void;
	/** a screen showed a call, or a speaker said it */
	'call:received': (call: CallView['id'], device: string, channel: 'shown' | 'spoken') => void;
	/** a screen tells whether its browser lets it speak */
	'screen:reported': (device: string, sound: 'on' | 'refused' | 'failed') => void;
	/** a page of that kiosk which watches nothing of it stands open; told again each minute */
	'kiosk:reported': (device: string) => void;
	/** how far it can be read, and which pictures and videos it could not show */
	'screen:told': (device: string, report: ScreenReport) => void;
	/** a screen showed what is told to the whole hall, or a speaker said it */
	'broadcast:received': (broadcast: BroadcastView['id'], device: string, channel: 'shown' | 'spoken') => void;
}

export interface SocketData {
	/** who is on the line; what it may watch is asked of server/rules/rights.ts */
	who: import('#server/people/who.ts').Who;
	/** the zone it draws, for screens */
	zone?: string;
	/** the names that it has given itself */
	names?: string[];
}
