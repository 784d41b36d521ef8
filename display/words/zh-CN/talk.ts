/** Words of how visitors are spoken to: fitting phrases, and what they say of the service. */
export const talk = {
	fitting: '此刻适合说',
	nobody: '来宾到窗口时，这里提示适合说的话。按 H 查看全部用语。',
	search: '输入情形、拼音首字母或用语中的字',
	another: '换一句',
	toScreen: '送到对客屏',
	sent: '已显示在对客屏上',
	which: ({ n, of }: { n: number; of: number }): string => `第 ${n} 句，共 ${of} 句`,
	ownDay: (marks: Record<'welcomed' | 'answered' | 'seen-off', number>): string =>
		`三声：迎 ${marks.welcomed} 答 ${marks.answered} 送 ${marks['seen-off']}`,
	kindOf: '类别',
	kind: { opinion: '意见', criticism: '批评', praise: '表扬', complaint: '投诉' },
	words: '来宾的原话',
	contactHint: '姓名、电话由来宾自愿留下，加密保存，只用于答复；可以匿名。',
	name: '姓名（可不填）',
	phone: '电话（可不填）',
	keep: '记下',
	takenAs: ({ kind, id }: { kind: string; id: number | string }): string => `已记下：${kind}，编号 ${id}`,
	tell: ({ id, day }: { id: number | string; day: string }): string =>
		`请告诉来宾：最迟 ${day} 答复；凭编号 ${id} 可向导询台询问进度。`,
	tellCode: ({ code, day }: { code: string; day: string }): string =>
		`请告诉来宾：最迟 ${day} 答复；查询码 ${code}，回执上也有，凭码可在手机、自助机或导询台查询进度。`,
	opinions: {
		title: '意见、批评与表扬',
		hint: '来宾的原话，被涉及的工作人员看不到。联系方式已遮盖。',
		none: '这些天没有意见。',
		due: ({ day }: { day: string }): string => `${day} 前答复`,
		open: '查看联系方式，以便答复（记录在案）',
		anonymous: '匿名',
		withCase: '联系方式随投诉个案保存',
		ofHall: '对大厅',
		takenBy: ({ staff }: { staff: string }): string => `记录人 ${staff}`
	}
};
