;;; Runs in Emacs with Eglot: opens the report, and writes what a writer would see to a file.  -*- lexical-binding: t -*-
;; Arguments: the report, the result, and the command of the server.

(require 'package)
(package-initialize)
(require 'eglot)
(require 'json)
(require 'imenu)

(defvar seen nil)

(defun note (name value)
  (push (cons name value) seen))

(defun await (what condition)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05)
      (when flymake-mode (flymake-start)))))

(defun messages ()
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun find-message (text)
  (seq-find (lambda (each) (string-match-p (regexp-quote text) (flymake-diagnostic-text each)))
            (flymake-diagnostics)))

(defun names (index)
  "The names in a menu of symbols, which has menus in it."
  (mapcan (lambda (each)
            (if (consp (cdr each)) (cons (car each) (names (cdr each))) (list (car each))))
          index))

(defun run (report node cli)
  (setq eglot-sync-connect 20
        eglot-confirm-server-initiated-edits nil
        eglot-autoshutdown t
        ;; Without a window, nobody can be asked.
        eglot-extend-to-xref nil
        create-lockfiles nil
        make-backup-files nil)
  (add-to-list 'eglot-server-programs `(markdown-mode . (,node ,cli "lsp" "--stdio")))
  (find-file report)
  (markdown-mode)
  (eglot-ensure)
  (run-hooks 'post-command-hook)
  (await "the server" #'eglot-current-server)
  (await "findings" (lambda () (flymake-diagnostics)))
  (note "findings" (vconcat (messages)))
  (goto-char (flymake-diagnostic-beg (find-message "Timelien")))
  (let* ((actions (eglot-code-actions (point) (line-end-position) nil nil))
         (action (seq-find (lambda (each) (string-match-p "Timeline" (plist-get each :title))) actions)))
    (note "action" (plist-get action :title))
    (eglot--apply-workspace-edit (plist-get action :edit)))
  ;; Eglot sends changes when the writer pauses, which nobody does here.
  (eglot--signal-textDocument/didChange)
  (await "the finding to go" (lambda () (not (find-message "Timelien"))))
  (note "after" (vconcat (messages)))
  (note "symbols" (vconcat (names (funcall imenu-create-index-function))))
  (save-buffer)
  (eglot-shutdown (eglot-current-server)))

(let ((report (pop command-line-args-left))
      (result (pop command-line-args-left))
      (node (pop command-line-args-left))
      (cli (pop command-line-args-left)))
  (condition-case problem
      (run report node cli)
    (error (note "error" (error-message-string problem))))
  (with-temp-file result (insert (json-encode seen)))
  (kill-emacs 0))
