import { useEffect, useState, type ReactNode } from 'react';
import type { HostInfo } from '../../../shared/host';
import { useApp } from '../../state/app';
import { TopBar } from '../frame/top-bar';
import { TypeChoices } from '../frame/type-panel';
import { Backups } from './backups';
import { CitationChoice } from './citation';
import { Folder } from './folder';
import './settings.css';

const SHORTCUTS: readonly (readonly [string, string])[] = [
  ['Ctrl F', '在这一篇里查找'],
  ['Ctrl Shift F', '搜索全部报告'],
  ['F3 / Shift F3', '下一处 / 上一处'],
  ['S / Shift S', '选中下一句 / 上一句；再按 Shift 和方向键调整'],
  ['1—4', '给选中的文字上色：藤黄 石青 石绿 胭脂'],
  ['U', '给选中的文字加下划线'],
  ['N', '给选中的文字写批注；在对读里给选中的一行，在指标对照表里给选中的一格'],
  ['A', '把选中的文字加到正在写的批注'],
  ['Ctrl Shift C', '复制并带出处'],
  ['Ctrl P', '打印对照表'],
  ['← →', '在正文里移到上一个、下一个数'],
  ['Esc', '关闭浮层，回到正文'],
];

/** 设置: the page's type, where things are kept, and the keys. */
export function SettingsView(): ReactNode {
  const { host } = useApp();
  const [info, setInfo] = useState<HostInfo | null>(null);
  useEffect(() => {
    void host.info().then((answer) => answer.ok && setInfo(answer.value));
  }, [host]);
  return (
    <div className="view">
      <TopBar title={<h1 className="view-title">设置</h1>} />
      <main className="settings">
        <section>
          <h2 className="section-title">字体与版面</h2>
          <TypeChoices />
        </section>
        <CitationChoice />
        <section>
          <h2 className="section-title">保存在哪里</h2>
          {info && (
            <dl>
              <Folder label="批注" path={info.dataFolder} folder="data" />
              <Folder label="报告" path={info.reportsFolder} folder="reports" />
              <div className="settings-row">
                <dt>版本</dt>
                <dd>
                  对读 {info.version}，{host.capabilities.kind === 'electron' ? '桌面窗口' : '浏览器窗口'}
                  ，从不联网
                </dd>
              </div>
            </dl>
          )}
        </section>
        <Backups />
        <section>
          <h2 className="section-title">按键</h2>
          <dl>
            {SHORTCUTS.map(([keys, what]) => (
              <div key={keys} className="settings-row">
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
    </div>
  );
}
