import { isPlaceName } from './place-name';
import { plainDates, type Found } from './plain';

/** What a file's name and its folders tell of the report in it. */
export interface NamedFacts {
  readonly place: Found<string> | null;
  readonly year: Found<number> | null;
}

/** Endings of copies, of dates and of versions, which are no part of a name. */
const COPY =
  /[（(【[]?(?:副本|备份|最终稿?|终稿|定稿|正式稿?|全文|审议稿|修改稿|报批稿|扫描件|v?\d{1,2})[）)】\]]?$|\s*-\s*副本$/i;
const WORDS =
  /(?:人民)?政府工作报告|工作报告|政府报告|国民经济和社会发展|统计公报|公报|计划草案|预算草案|计划报告|预算报告|报告|全文|(?:省|市|县)级(?=_)|文字版|发布稿/g;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)(?:\s*年度?)?/;

/** Reads place and year from a path such as `周口市2023年政府工作报告.docx` or `2024/内江.docx`; the innermost part goes first. */
export function readFileName(path: string): NamedFacts {
  const parts = path
    .split(/[/\\›]/)
    .map((part) => plainDates(part.trim()))
    .filter((part) => part !== '')
    .reverse();
  const facts = parts.map((part, index) => factsOf(index === 0 ? withoutEnding(part) : part, index === 0));
  return {
    place: facts.find(({ place }) => place !== null)?.place ?? null,
    year: facts.find(({ year }) => year !== null)?.year ?? null,
  };
}

const withoutEnding = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/, '');

function factsOf(part: string, isFile: boolean): NamedFacts {
  const basis = isFile ? ('file-name' as const) : ('folder' as const);
  const year = YEAR.exec(part)?.[1];
  const place = placeIn(part);
  return {
    year: year === undefined ? null : { value: Number(year), basis, evidence: part, sure: isFile },
    place: place === null ? null : { value: place, basis, evidence: part, sure: isPlaceName(place) },
  };
}

/** The Han left over where year, kind of paper and marks of copies are taken away, where they can be a place. */
function placeIn(part: string): string | null {
  let rest = part;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(COPY, '').trim();
  }
  const words = rest
    .replace(WORDS, ' ')
    .replace(new RegExp(YEAR, 'g'), ' ')
    .replace(/关于|\d+|[A-Za-z]+/g, ' ')
    .split(/[^\u3400-\u9fff]+/)
    .filter((word) => word.length >= 2 && word.length <= 14 && !NO_PLACE.test(word));
  return words.find(isPlaceName) ?? words.find((word) => word.length <= 6) ?? null;
}

const NO_PLACE =
  /^(?:政府|人民|历年|各地|各省|各市|新建|文件|资料|下载|桌面|文档|合集|汇总|附件|县级|市级|省级|国家|导入|原文|正文|终稿|年度|月日|会议|材料|讲话|草案|计划|预算|经济|发展|我的.*|.*文件夹)$|[的了和与是]/;
