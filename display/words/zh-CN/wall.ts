/** Words of the sheet with which a screen is set up, of what stands beside the calls, and of who has shown what. */
export const wall = {
	setUp: '设置本屏',
	close: '关闭',
	save: '保存',
	what: '屏幕尺寸和最远座位的距离决定字要多大：叫号和窗口号按 EN 301 549 第 5.1.4 条（视角 0.7°），列表不小于一半。',
	inches: '对角线（英寸）',
	metres: '最远座位的距离（米）',
	theme: '明暗',
	themes: { file: '按配置文件', dark: '深色', light: '浅色', day: '白天浅色' },
	fromFile: '由配置文件设定',
	unknown: '尺寸或距离未填，字号按屏幕大小排',
	pixel: ({ mm, width, height }: { mm: string; width: number; height: number }): string =>
		`${width} × ${height} 点，每点 ${mm} 毫米`,
	needs: ({ mm }: { mm: number }): string => `叫号字高须有 ${mm} 毫米`,
	fits: ({ readable, farthest }: { readable: string; farthest: number }): string =>
		`本屏在 ${readable} 米内看得清，最远座位 ${farthest} 米`,
	tooFar: ({ readable, farthest, inches }: { readable: string; farthest: number; inches: number }): string =>
		`本屏只在 ${readable} 米内看得清，最远座位 ${farthest} 米：请移近，或换 ${inches} 英寸以上的屏，或在近处另挂一块`,
	night: '夜间',
	sight: ({ readable, farthest }: { readable: string; farthest: number }): string =>
		`${readable} 米内看得清，最远座位 ${farthest} 米`,
	broken: ({ files }: { files: string[] }): string => `放不出：${files.join('、')}`,
	fault: { missing: '没有这个文件', 'wrong-kind': '内容与后缀不符', 'too-large': '文件太大' },
	reached: ({ shown, spoken }: { shown: number; spoken: number }): string =>
		`${shown} 块屏幕已显示，${spoken} 处已播报`,
	reachedNot: ({ screens }: { screens: string[] }): string => `还没有显示：${screens.join('、')}`,
	voices: '语音',
	voicesWhat: '本厅自己录的语音放在 DATA_DIR/voice 下，一种语言或方言一个文件夹。下面列出缺什么、录得怎样，并可试听。',
	zonesSpeak: ({ zone, languages }: { zone: string; languages: string[] }): string =>
		`${zone}：${languages.join('、')}`,
	recorded: ({ count }: { count: number }): string => `已录 ${count} 段`,
	missingOf: ({ count }: { count: number }): string => `缺 ${count} 段`,
	packStands: '缺的由自带语音补上',
	dialectStands: '方言缺一段，整句改说普通话或英语，绝不一句话里换人',
	whole: '齐全',
	unused: '没有分厅使用',
	listen: ({ number, window }: { number: string; window: string }): string => `试听 ${number} 到 ${window} 号窗口`,
	playing: '正在播放',
	cannotPlay: '放不出声音',
	neverUsed: ({ files }: { files: string[] }): string => `用不到的文件：${files.join('、')}`,
	clip: '文件',
	says: '内容',
	seconds: '长度',
	loudness: '响度',
	peak: '峰值',
	state: '情况',
	good: '好',
	clipFault: {
		'not-wav': '不是 WAV',
		'not-pcm': '不是 PCM',
		empty: '空的，或超过 12 MiB',
		silent: '没有声音',
		'low-rate': '低于 16 kHz',
		clipped: '削顶',
		quiet: '太轻',
		silence: '头尾静音超过半秒',
		gap: '中间有停顿',
		cut: '头尾被截',
		noisy: '有底噪',
		long: '太长',
		uneven: '与其他录音响度差得多'
	}
};
