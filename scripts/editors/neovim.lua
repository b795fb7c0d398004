-- Runs in Neovim: opens the report, and writes what a writer would see to a file. Arguments: the report, the result,
-- and the command of the server.
local report, result, node, cli = unpack(vim.fn.argv())
local seen = {}

local function await(what, condition)
  if not vim.wait(20000, condition, 50) then
    error('Waited in vain for ' .. what)
  end
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  for _, answer in pairs(answers or {}) do
    if answer.result then return answer.result end
  end
  error('No answer to ' .. method)
end

local function messages()
  return vim.tbl_map(function(each) return each.message end, vim.diagnostic.get(0))
end

local function mentions(list, text)
  return vim.tbl_contains(vim.tbl_map(function(each) return each:find(text, 1, true) ~= nil end, list), true)
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(report))
  vim.bo.filetype = 'markdown'
  local client = vim.lsp.start_client({
    name = 'postmortem',
    cmd = { node, cli, 'lsp', '--stdio' },
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, client)
  await('findings', function() return #vim.diagnostic.get(0) > 0 end)
  seen.findings = messages()
  seen.encoding = vim.lsp.get_client_by_id(client).offset_encoding

  local misspelt = vim.tbl_filter(function(each) return each.message:find('Timelien', 1, true) end, vim.diagnostic.get(0))[1]
  vim.api.nvim_win_set_cursor(0, { misspelt.lnum + 1, misspelt.col })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
  local action = ask('textDocument/codeAction', params)[1]
  seen.action = action.title
  vim.lsp.util.apply_workspace_edit(action.edit, seen.encoding)
  await('the finding to go', function() return not mentions(messages(), 'Timelien') end)
  seen.after = messages()

  local symbols = ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })
  seen.symbols = vim.tbl_map(function(each) return each.name end, symbols)
  vim.cmd('write')
  vim.lsp.stop_client(client)
  await('the server to end', function() return #vim.lsp.get_active_clients() == 0 end)
end

local succeeded, problem = pcall(run)
if not succeeded then seen.error = tostring(problem) end
vim.fn.writefile({ vim.fn.json_encode(seen) }, result)
vim.cmd('quitall!')
