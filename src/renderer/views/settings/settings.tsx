import { useEffect, useState, type ReactNode } from 'react';
import type { HostInfo } from '../../../shared/host';
import { useApp } from '../../state/app';
import { KeyList } from '../frame/key-list';
import { TopBar } from '../frame/top-bar';
import { TypeChoices } from '../frame/type-panel';
import { Backups } from './backups';
import { CitationChoice } from './citation';
import { Folder } from './folder';
import './settings.css';

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
          <KeyList />
        </section>
      </main>
    </div>
  );
}
