/** The stored words of complaints. */

/** What a complaint is about: 态度 信息有误 效率 规定 误解 设施 无障碍 再次告知 媒体关注 其他. */
export const COMPLAINT_CLASSES = [
	'conduct',
	'wrong-information',
	'slowness',
	'rules',
	'misunderstanding',
	'facility',
	'accessibility',
	'second-notice',
	'media',
	'other'
] as const;
export type ComplaintClass = (typeof COMPLAINT_CLASSES)[number];

/** Against whom: a member of the hall's staff, the hall itself, or a department. */
export const COMPLAINT_AGAINST = ['staff', 'hall', 'department'] as const;
export type ComplaintAgainst = (typeof COMPLAINT_AGAINST)[number];

/** Who looks into it: whoever leads the hall, or the supervision office of departments. */
export const COMPLAINT_ROUTES = ['hall', 'department'] as const;
export type ComplaintRoute = (typeof COMPLAINT_ROUTES)[number];

/** The kinds of case that a record of this room belongs to. */
export const COMPLAINT_KINDS = ['complaint', 'unsolved', 'petition'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** Where it was taken: at the desk, at a window, at the telephone, at a kiosk, on a page. */
export const COMPLAINT_ORIGINS = ['desk', 'window', 'telephone', 'kiosk', 'page'] as const;
export type ComplaintOrigin = (typeof COMPLAINT_ORIGINS)[number];

/** Why something could not be done: the answer to whether it can be kept from happening again. */
export const UNSOLVED_CAUSES = [
	'papers',
	'rules-unclear',
	'rules-differ',
	'between-offices',
	'system',
	'history',
	'not-told',
	'other'
] as const;
export type UnsolvedCause = (typeof UNSOLVED_CAUSES)[number];
