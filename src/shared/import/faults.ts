import { fail, type FaultCode } from '../fault';

/** Makes the fault of a file, named as it was handed over. */
const refuse = (code: FaultCode, reason: string, remedy: string) => (subject: string, detail?: string) =>
  fail({ code, subject, reason, remedy, ...(detail === undefined ? {} : { detail }) });

/** Everything that keeps a file from being read, each with its reason and what to do. */
export const REFUSALS = {
  empty: refuse('file-empty', '文件是空的', '请换一个有内容的文件。'),
  blank: refuse('file-empty', '文件里没有文字', '请换一个有内容的文件。'),
  damaged: refuse('file-damaged', '文件不完整或已损坏，读不下去', '请重新下载或另存一份再试。'),
  locked: refuse('file-locked', '文件设了打开密码', '请先用原来的程序去掉密码，另存一份再导入。'),
  wrongPassword: refuse(
    'file-locked',
    '打开密码不对',
    '请再写一次，或先用原来的程序去掉密码，另存一份再导入。',
  ),
  scanned: refuse(
    'file-scanned',
    '每页都是图片，没有文字可读',
    '请先用文字识别（OCR）软件转成带文字的 PDF 或 Word 再导入。',
  ),
  picture: refuse('file-picture', '这是图片，没有文字可读', '请先用文字识别（OCR）软件转成文字再导入。'),
  presentation: refuse('file-presentation', '这是演示文稿，不是报告正文', '请导入报告的 Word、PDF 或网页。'),
  oldSheet: refuse(
    'file-old-sheet',
    '这是旧版 Excel 表格（.xls）',
    '请在 Excel 或 WPS 里另存为 .xlsx 再导入。',
  ),
  openDocument: refuse('file-open-document', '这是 OpenDocument 文档', '请另存为 .docx 再导入。'),
  program: refuse('file-program', '这不是文档，是程序或别的压缩格式', '请解开压缩包，导入里面的文档。'),
  binary: refuse('file-binary', '这不是文本，也不是认得的文档', '请换成 Word、PDF、网页、表格或纯文本。'),
  encoding: refuse(
    'file-encoding',
    '编码既不是 UTF-8、GB18030，也不是 Big5、UTF-16，或文件已损坏',
    '请另存为 UTF-8 的 .txt 再试。',
  ),
  tooLarge: refuse('file-too-large', '解开后太大，不像一篇报告', '请只留报告正文再导入。'),
  heavy: refuse('file-too-large', '文件太大，不像一篇报告', '请只留报告正文再导入。'),
  long: refuse('file-too-large', '文字太多，不像一篇报告', '请一篇报告存成一个文件再导入。'),
  tooManyPages: refuse('file-too-large', '超过 5,000 页，不像一篇报告', '请只留报告所在的几页再导入。'),
  tooManyMembers: refuse(
    'file-too-large',
    '压缩包里的文件超过 2,000 个',
    '请分成几个压缩包，或解开后把文件夹拖进来。',
  ),
  slow: refuse(
    'import-slow',
    '20 秒还没有读完，已停下',
    '书架没有改动；请换一种格式（如另存为 .docx 或 .txt）再试。',
  ),
  tooMuchMemory: refuse(
    'import-memory',
    '读它要用的内存超过 512 MB，已停下',
    '书架没有改动；请只留报告正文，另存一份再试。',
  ),
  declared: refuse(
    'file-doctype',
    '文档里带有外部声明（DOCTYPE），可能有害',
    '请在 Word 或 WPS 里另存一份再导入。',
  ),
  tooDeep: refuse('file-too-deep', '文档的层次深得不正常，可能有害', '请在 Word 或 WPS 里另存一份再导入。'),
  nested: refuse('file-too-deep', '压缩包里又套了几层压缩包', '请解开，导入里面的文档。'),
  noReport: refuse(
    'file-no-report',
    '表格里没有找到像报告正文的一列',
    '请写明哪一列是正文，或另存为 Word 再导入。',
  ),
  noMember: refuse('archive-empty', '压缩包里没有能读的文件', '请解开看看里面是什么。'),
} as const;
