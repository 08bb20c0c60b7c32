; SPDX-License-Identifier: GPL-3.0-or-later
; The installer: for one user, without an administrator. It is given VERSION, BUNDLE and OUTPUT. The uninstaller
; removes what was installed and never the library, which lies elsewhere.
Unicode true
Target amd64-unicode
!include MUI2.nsh

!define NAME "Bảng Vàng"
!define FOLDER "BangVang"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${FOLDER}"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${FOLDER}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "FileDescription" "${NAME}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "GPL-3.0-or-later"

!define MUI_ICON "${BUNDLE}/bangvang.ico"
!define MUI_UNICON "${BUNDLE}/bangvang.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\bin\bangvang.exe"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_VIETNAMESE} "Bảng Vàng đang chạy. Hãy đóng chương trình rồi thử lại."
LangString RUNNING ${LANG_ENGLISH} "Bảng Vàng is running. Close it, then try again."
LangString DATA ${LANG_VIETNAMESE} "Dữ liệu của bạn được giữ nguyên trong $LOCALAPPDATA\bangvang."
LangString DATA ${LANG_ENGLISH} "Your data stay in $LOCALAPPDATA\bangvang."

; A running program cannot be written over.
!macro REFUSE_RUNNING
  ClearErrors
  IfFileExists "$INSTDIR\bin\bangvang.exe" 0 +6
  FileOpen $0 "$INSTDIR\bin\bangvang.exe" a
  IfErrors 0 +3
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
  Abort
  FileClose $0
!macroend

; Only what an installation laid down: the folder may hold files of the user.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\bin"
  RMDir /r "$INSTDIR\share"
  RMDir /r "$INSTDIR\doc"
  Delete "$INSTDIR\bangvang.ico"
!macroend

Section
  !insertmacro REFUSE_RUNNING
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOutPath "$INSTDIR\bin"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\bin\bangvang.exe" "" "$INSTDIR\bangvang.ico"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\bangvang.ico"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  !insertmacro REFUSE_RUNNING
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DetailPrint "$(DATA)"
SectionEnd
