export const login = {
  title: "登录观澜",
  lead: "看清经济运行：监测、预测、预警",
  name: "用户名",
  password: "密码",
  show: "显示密码",
  signIn: "登录",
  signingIn: "正在登录",
  firstTime: "第一次使用？",
  firstHint:
    "首次启动时，系统为管理员和每种角色各建了一个账号（admin、leader、analyst、modeler、steward），随机密码打印在启动窗口，并存于数据目录的 first-accounts.txt（仅文件所有者可读）。登录后请修改密码并删除该文件。",
  failed: "无法登录",
};
