/** Incidents, what is broadcast in an emergency, what desks lend, and the free services. */
import { z } from 'zod';
import { ROLES } from '#db/schema.ts';
import { code, day, line, maybe, text } from './formats.ts';

/** 1 the gravest; what a kind begins with, and can be changed in each case. */
const severity = z.int().min(1).max(4);

const incidentKind = z.strictObject({ code, name: text, severity: severity.default(3) });

/** Somebody outside this system who is told by telephone. */
const contact = z.strictObject({ code, name: text, phone: line });

/** Who is told when nobody has answered for so long after the response time. */
const level = z.strictObject({
	afterMinutes: z.int().min(0).max(1440),
	roles: z.array(z.enum(ROLES).exclude(['kiosk', 'display'])).default([]),
	contacts: z.array(code).default([])
});

/** A board of the smallest kind has sixteen places: eight Chinese characters. */
const short = z.strictObject({ zh: z.string().trim().min(1).max(8), en: z.string().trim().min(1).max(16) });

const prepared = z.strictObject({
	code,
	/** its name on the key */
	name: text,
	text,
	/** for LED boards */
	short,
	/** all is well again: it stands beside the calls and goes by itself */
	calm: z.boolean().default(false)
});

const minutes = z.int().min(1).max(1440);

const KINDS: z.input<typeof incidentKind>[] = [
	{ code: 'illness', name: { zh: '突发疾病、受伤', en: 'Illness or injury' }, severity: 1 },
	{ code: 'fire', name: { zh: '火情', en: 'Fire' }, severity: 1 },
	{ code: 'security', name: { zh: '治安事件', en: 'Security' }, severity: 1 },
	{ code: 'lost-child', name: { zh: '儿童走失', en: 'Lost child' }, severity: 2 },
	{ code: 'lost-property', name: { zh: '财物遗失', en: 'Lost property' }, severity: 4 },
	{ code: 'crowding', name: { zh: '人流拥挤', en: 'Crowding' }, severity: 2 },
	{ code: 'power-network', name: { zh: '停电、断网', en: 'Power or network failure' }, severity: 2 },
	{ code: 'equipment', name: { zh: '设备故障', en: 'Equipment' }, severity: 3 },
	{ code: 'dispute', name: { zh: '纠纷', en: 'Dispute' }, severity: 3 },
	{ code: 'media', name: { zh: '媒体采访', en: 'Media' }, severity: 3 },
	{ code: 'other', name: { zh: '其他', en: 'Other' }, severity: 4 }
];

const TEXTS: z.input<typeof prepared>[] = [
	{
		code: 'evacuate',
		name: { zh: '疏散', en: 'Evacuate' },
		text: {
			zh: '请保持镇静，听从工作人员指引，从最近的安全出口有序离开。',
			en: 'Please stay calm, follow the staff and leave by the nearest exit.'
		},
		short: { zh: '请有序撤离', en: 'LEAVE BY EXITS' }
	},
	{
		code: 'stay',
		name: { zh: '留在室内', en: 'Stay inside' },
		text: {
			zh: '请留在大厅内，远离门窗，听从工作人员指引。',
			en: 'Please stay in the hall, keep away from doors and windows, and follow the staff.'
		},
		short: { zh: '请留在厅内', en: 'STAY INSIDE' }
	},
	{
		code: 'power',
		name: { zh: '停电', en: 'Power failure' },
		text: {
			zh: '大厅停电，请在原地等候，您的号码已经保留。',
			en: 'The power has failed. Please stay where you are. Your number is kept.'
		},
		short: { zh: '停电请稍候', en: 'POWER FAILURE' }
	},
	{
		code: 'over',
		name: { zh: '解除', en: 'All clear' },
		text: {
			zh: '情况已经解除，大厅恢复正常，感谢您的配合。',
			en: 'All is well again. The hall works as usual. Thank you for your help.'
		},
		short: { zh: '已恢复正常', en: 'ALL CLEAR' },
		calm: true
	}
];

export const incidents = z.strictObject({
	kinds: z.array(incidentKind).min(1).max(20).prefault(KINDS),
	/** until somebody has acknowledged it, by severity */
	responseMinutes: z
		.strictObject({ 1: minutes.default(2), 2: minutes.default(5), 3: minutes.default(15), 4: minutes.default(60) })
		.prefault({}),
	contacts: z.array(contact).max(20).default([]),
	/** told at once when one is reported; whoever is at a desk sees it anyway */
	tell: level.omit({ afterMinutes: true }).prefault({ roles: ['guide', 'supervisor'] }),
	/** told one after the other while nobody acknowledges */
	levels: z
		.array(level)
		.min(1)
		.max(6)
		.prefault([
			{ afterMinutes: 0, roles: ['guide', 'supervisor'] },
			{ afterMinutes: 3, roles: ['supervisor'] },
			{ afterMinutes: 10, roles: ['administrator'] }
		]),
	broadcast: z
		.strictObject({
			/** the second person confirms the end within so many minutes of the first */
			confirmEndMinutes: minutes.default(5),
			/** an all-clear goes by itself after so many */
			calmMinutes: minutes.default(15),
			texts: z.array(prepared).min(1).max(9).prefault(TEXTS)
		})
		.prefault({})
});

/** A thing that desks lend 便民借用. */
export const good = z.strictObject({
	code,
	name: text,
	/** so many at each desk */
	stock: z.array(z.strictObject({ desk: code, count: z.int().min(0).max(500) })).min(1),
	/** back within so many minutes */
	minutes: z.int().min(5).max(1440).default(120),
	/** of a medicine box: what is in it, and until when it may be used */
	contents: z.array(z.strictObject({ name: text, expires: maybe(day) })).default([])
});

/** A free service 便民服务. */
export const freeService = z.strictObject({
	code,
	name: text,
	kind: z.enum(['copying', 'computers', 'terminals', 'courier', 'photographs', 'other']),
	zone: code,
	/** how to find it */
	place: maybe(text),
	/** machines or seats */
	places: z.int().min(1).max(100).default(1),
	/** more people than this in its queue raise the alarm */
	crowd: z.int().min(1).max(500).default(10)
});
