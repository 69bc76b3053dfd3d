// What electron-builder makes of the built reader. Its own tests are in tests/unit/packaging.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Files people have, offered under 打开方式 and never claimed as ours. */
const FILE_TYPES = [
  { ext: 'docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  { ext: 'doc', mimeType: 'application/msword' },
  { ext: 'pdf', mimeType: 'application/pdf' },
  { ext: 'txt', mimeType: 'text/plain' },
];

/** Every fuse by name, so that a change of Electron's defaults changes nothing here (S-10). */
const FUSES = {
  runAsNode: false,
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: true,
};

const BOTH = ['x64', 'arm64'];

module.exports = {
  appId: 'cn.duidu.reader',
  // Latin: it becomes a folder, a path of AppArmor and the name of the program. 对读 stands where people read.
  productName: 'Duidu',
  executableName: 'duidu',
  copyright: 'MIT',
  electronVersion: devDependencies.electron,
  npmRebuild: false,
  publish: null,
  compression: 'maximum',
  directories: { output: 'dist', buildResources: 'packaging/resources' },
  files: ['out/**', 'package.json', '!**/node_modules/**', '!out/renderer/**/*.woff'],
  extraMetadata: { dependencies: null, bin: null },
  asar: true,
  // A file manager opens this folder, which it cannot inside an archive.
  asarUnpack: ['out/renderer/reports/**'],
  extraFiles: [
    { from: 'LICENSE', to: 'licenses/Duidu.txt' },
    { from: 'node_modules/@fontsource/noto-serif-sc/LICENSE', to: 'licenses/Noto Serif SC.txt' },
    { from: 'node_modules/@fontsource/noto-sans-sc/LICENSE', to: 'licenses/Noto Sans SC.txt' },
  ],
  electronLanguages: ['zh-CN', 'en-US'],
  electronFuses: FUSES,
  win: {
    target: [
      { target: 'nsis', arch: BOTH },
      { target: 'zip', arch: BOTH },
    ],
    icon: 'packaging/resources/icon.ico',
    executableName: 'Duidu',
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    selectPerMachineByDefault: true,
    allowToChangeInstallationDirectory: true,
    buildUniversalInstaller: false,
    installerLanguages: ['zh_CN'],
    language: '2052',
    shortcutName: '对读',
    uninstallDisplayName: '对读',
    // Notes are never removed with the program.
    deleteAppDataOnUninstall: false,
    include: 'packaging/installer.nsh',
  },
  mac: {
    target: [{ target: 'dmg', arch: BOTH }],
    icon: 'packaging/resources/icon.icns',
    category: 'public.app-category.productivity',
    minimumSystemVersion: '13.0',
    hardenedRuntime: true,
    extendInfo: {
      CFBundleDisplayName: '对读',
      CFBundleDevelopmentRegion: 'zh_CN',
      CFBundleLocalizations: ['zh_CN', 'en'],
      CFBundleDocumentTypes: FILE_TYPES.map(({ ext }) => ({
        CFBundleTypeExtensions: [ext],
        CFBundleTypeRole: 'Viewer',
        LSHandlerRank: 'Alternate',
      })),
    },
  },
  linux: {
    target: [
      { target: 'deb', arch: BOTH },
      { target: 'AppImage', arch: BOTH },
      { target: 'tar.gz', arch: BOTH },
    ],
    icon: 'packaging/resources/icons',
    category: 'Office',
    maintainer: 'Duidu <maintainers@duidu.invalid>',
    synopsis: '离线的政府工作报告阅读器',
    syncDesktopName: true,
    // Chinese input methods reach it on X11 only (electron#49084).
    executableArgs: ['--ozone-platform=x11'],
    mimeTypes: FILE_TYPES.map(({ mimeType }) => mimeType),
    desktop: { entry: { Name: '对读', 'Name[en]': 'Duidu' } },
  },
  deb: { afterInstall: 'packaging/after-install.sh', packageCategory: 'editors' },
  // Static: needs no libfuse2.
  toolsets: { appimage: '1.0.3' },
  artifactName: 'Duidu-${version}-${os}-${arch}.${ext}',
};
