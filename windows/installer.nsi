; SPDX-License-Identifier: GPL-3.0-or-later
; The installer: for one user, without an administrator. It is given VERSION, BUNDLE and OUTPUT. What it lays down
; stands in a list beside it, by which an update and the uninstaller remove that and nothing else; the library lies
; elsewhere.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh

!define NAME "Bảng Vàng"
!define FOLDER "BangVang"
!define LIST "bangvang-files.txt"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${FOLDER}"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${FOLDER}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
AllowSkipFiles off
ManifestDPIAware true

!tempfile WRITTEN
!tempfile SIZE
!system `./list-bundle "${BUNDLE}" "${WRITTEN}" "${SIZE}"` = 0
!include "${SIZE}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "FileDescription" "${NAME}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "GPL-3.0-or-later"

!define MUI_ICON "${BUNDLE}/bangvang.ico"
!define MUI_UNICON "${BUNDLE}/bangvang.ico"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_WINDOWTITLE "${NAME}"
!define MUI_LANGDLL_INFO "Chọn ngôn ngữ của trình cài đặt / Choose the language of this installer"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${UNINSTALL}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\bin\bangvang.exe"

!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_VIETNAMESE} "Bảng Vàng đang chạy. Hãy đóng chương trình rồi thử lại."
LangString RUNNING ${LANG_ENGLISH} "Bảng Vàng is running. Close it, then try again."
LangString FOREIGN ${LANG_VIETNAMESE} "Thư mục $INSTDIR đã có tệp khác. Hãy chọn một thư mục trống hoặc thư mục mới."
LangString FOREIGN ${LANG_ENGLISH} "The folder $INSTDIR holds other files. Choose an empty or a new one."
LangString DATA ${LANG_VIETNAMESE} "Dữ liệu của bạn được giữ nguyên trong $LOCALAPPDATA\bangvang."
LangString DATA ${LANG_ENGLISH} "Your data stay in $LOCALAPPDATA\bangvang."

; A running program cannot be written over; what both of them load is written last.
!macro REFUSE_IN_USE FILE
  ${If} ${FileExists} "$INSTDIR\bin\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\bin\${FILE}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro REFUSE_RUNNING
  !insertmacro REFUSE_IN_USE bangvang.exe
  !insertmacro REFUSE_IN_USE bangvang-cli.exe
  !insertmacro REFUSE_IN_USE libglib-2.0-0.dll
!macroend

; A folder loses only what it got; one that holds anything else stays.
!macro REMOVE_PROGRAM
  ClearErrors
  FileOpen $0 "$INSTDIR\${LIST}" r
  ${IfNot} ${Errors}
    ${Do}
      FileRead $0 $1
      ${If} ${Errors}
        ${ExitDo}
      ${EndIf}
      StrCpy $1 $1 -2
      StrCpy $2 $1 1 -1
      ${If} $2 == "\"
        RMDir "$INSTDIR\$1"
      ${Else}
        Delete "$INSTDIR\$1"
      ${EndIf}
      ClearErrors
    ${Loop}
    FileClose $0
  ${EndIf}
!macroend

; Beside somebody else's files nothing is laid: what has the same name would be lost.
Function CheckFolder
  ${DirState} "$INSTDIR" $0
  ${If} $0 == 1
  ${AndIfNot} ${FileExists} "$INSTDIR\${LIST}"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FOREIGN)" /SD IDOK
    Abort
  ${EndIf}
  !insertmacro REFUSE_RUNNING
FunctionEnd

; Vietnamese, unless somebody with another Windows chooses.
Function .onInit
  ${If} $LANGUAGE != ${LANG_VIETNAMESE}
    StrCpy $LANGUAGE ${LANG_VIETNAMESE}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section
  Call CheckFolder
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File "/oname=${LIST}" "${WRITTEN}"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOutPath "$INSTDIR\bin"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\bin\bangvang.exe" "" "$INSTDIR\bangvang.ico"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\bangvang.ico"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${UNINSTALL}" "Language" "$LANGUAGE"
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KIB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  !insertmacro REFUSE_RUNNING
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  Delete "$INSTDIR\${LIST}"
  RMDir "$INSTDIR"
  ; Files of the user keep the folder: an empty list says that the program may come back to it.
  ${If} ${FileExists} "$INSTDIR\*.*"
    FileOpen $0 "$INSTDIR\${LIST}" w
    FileClose $0
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DetailPrint "$(DATA)"
SectionEnd

!delfile "${WRITTEN}"
!delfile "${SIZE}"
