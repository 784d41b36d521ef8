/** Words around the check of what staff write to visitors. */
export const wording = {
	found: ({ phrase, name }: { phrase: string; name: string }): string => `“${phrase}”：${name}`,
	instead: ({ suggestion }: { suggestion: string }): string => `可改为：${suggestion}`,
	more: ({ count }: { count: number }): string => `另有 ${count} 处`,
	take: '换上建议',
	asItIs: '照原样发送（记录在案）',
	mustDecide: '请换上建议、自行改写，或选择照原样发送',
	fine: '用语合适'
};
