; Chromium's sandbox needs read access for S-1-15-2-2 (ALL RESTRICTED APPLICATION PACKAGES) to its own folder; where
; the system has lost it, the window stays white (electron#51761). By its SID, as the name differs by language; a
; system without it is left as it is.
!macro customInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "对读需要 Windows 10 或更新的系统。"
    Quit
  ${EndIf}
!macroend

; 打开方式 lists the program for these endings; what opens them by itself stays as it is.
!macro openWith EXT
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" "${EXT}" ""
!macroend

!macro customInstall
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$INSTDIR" /grant "*S-1-15-2-2:(OI)(CI)(RX)"'
  Pop $0
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}" "FriendlyAppName" "对读"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro openWith ".docx"
  !insertmacro openWith ".doc"
  !insertmacro openWith ".pdf"
  !insertmacro openWith ".txt"
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
!macroend
